"""``python -m toegang_cli`` is the command ``toegang``."""

from toegang_cli.main import main

if __name__ == "__main__":
    main()
