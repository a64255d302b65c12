"""The generated pages of the guide: made from the rules and the command line, then compared."""
