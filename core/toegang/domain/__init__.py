"""The domain: pure values and calculations, without storage, plugins or a clock."""
