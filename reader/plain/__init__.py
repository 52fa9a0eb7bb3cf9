"""The app as a conversation in lines, for screen readers, braille and pipes: no boxes, no colour."""
