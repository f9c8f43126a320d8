"""The life cycle: one short function per step — ask the hook, check the guards, record, commit."""
