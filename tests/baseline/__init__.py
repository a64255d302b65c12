"""What word lists alone can tell: the baseline that reading has to beat."""
