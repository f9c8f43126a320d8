"""The reference pages in ``docs/naslag``, made from the code so that they cannot drift from it."""
