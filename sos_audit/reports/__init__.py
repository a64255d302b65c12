"""Reports: what a bundle looks like on a terminal, on a page, in a workbook."""
