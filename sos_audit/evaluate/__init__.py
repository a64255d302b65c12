"""What an audit is worth: how far it agrees with careful readers, and what changed over time."""
