"""A small team of agents, with the OpenAI Agents SDK."""

import asyncio

from agents import Agent, ModelSettings, Runner

repairs = Agent(
    name="Repairs",
    instructions="Plan repairs and ask for photos where they help.",
    model="gpt-5.6-luna",
)

contracts = Agent(
    name="Contracts",
    instructions="Answer questions about leasing contracts. Quote the clause.",
    model="gpt-5-pro",
)

reception = Agent(
    name="Reception",
    instructions="Find out what the customer needs and hand over.",
    model="gpt-4o-mini",
    model_settings=ModelSettings(max_tokens=300),
    handoffs=[repairs, contracts],
)


async def main() -> None:
    result = await Runner.run(reception, "My front brake squeals.")
    print(result.final_output)


if __name__ == "__main__":
    asyncio.run(main())
