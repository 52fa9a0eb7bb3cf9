"""What fills the terminal: reading, the kept quotes, help."""
