model = "gpt-4o"
