"""The shared letter set, an extension that brings templates."""
