ask(model="next-model")
ask(model="gpt-4o-transcribe")
