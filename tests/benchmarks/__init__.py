"""What reading costs, in ratios that hold on other machines too."""
