import type { Route } from '../find/reference';

/** What asks OpenAI for a model by its bare id, unless it is told of another provider or address, by its module and its name there. */
const asking: readonly (readonly [module: RegExp, name: RegExp])[] = [
  [/^(?:@?langchain|langgraph)\b/, /^(?:init_chat_model|initChatModel|create_agent|createAgent|create_react_agent)$/],
  [/^(?:autogen|ag2)\b/, /^(?:LLMConfig|OpenAI\w*Config)$/],
  [/^crewai\b/, /^LLM$/],
  [/^litellm\b/, /^a?(?:completion|responses|embedding)$/],
  [/^dspy\b/, /^LM$/],
  [/^pydantic_ai\b/, /^Agent$/],
];

/** Where a library sends the models that something of it is given, if these are OpenAI's and nothing says where else to ask. */
export function libraryRoute(module: string, name: string): Route | undefined {
  const asks = asking.some(([from, exported]) => from.test(module) && exported.test(name));
  return asks ? { kind: 'openai', evidence: `${name}(…)` } : undefined;
}
