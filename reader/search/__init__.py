"""Finding words in an article's text: what is typed and a text in, the places found out."""
