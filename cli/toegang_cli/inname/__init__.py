"""Reading submissions that come in another shape than our own: form submissions and tables."""
