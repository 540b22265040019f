"""Summarizes text files: python summarize.py --model gpt-4o-mini notes/*.txt"""

import argparse
import os
from pathlib import Path

from openai import OpenAI

DEFAULT_MODEL = os.getenv("SUMMARY_MODEL", "gpt-4o-mini")


def summarize(client: OpenAI, text: str, model: str = DEFAULT_MODEL) -> str:
    response = client.responses.create(
        model=model,
        instructions="Summarize in three sentences.",
        input=text,
    )
    return response.output_text


def review(client: OpenAI, summary: str) -> str:
    """A second opinion by a model that thinks."""
    completion = client.chat.completions.create(
        model="o1",
        messages=[{"role": "user", "content": f"What is missing here?\n{summary}"}],
    )
    return completion.choices[0].message.content or ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="gpt-4o", choices=["gpt-4o", "gpt-4o-mini", "gpt-5.6-luna"])
    parser.add_argument("--review", action="store_true")
    parser.add_argument("files", nargs="+", type=Path)
    args = parser.parse_args()

    client = OpenAI()
    for file in args.files:
        summary = summarize(client, file.read_text(encoding="utf-8"), args.model)
        print(f"# {file.name}\n{summary}\n")
        if args.review:
            print(review(client, summary))


if __name__ == "__main__":
    main()
