"""The quote card: all there is to say of one quotation."""
