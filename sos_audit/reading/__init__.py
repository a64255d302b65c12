"""Reading narrative: from a document's text to statements, elements, scores and quotes."""
