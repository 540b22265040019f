import type { Route } from '../find/reference';

type Asker = readonly [module: RegExp, name: RegExp];

/** OpenAI's own Agents SDK. It asks OpenAI unless the file mentions another default; accuracy.md says how often one is set elsewhere. */
const agents: Asker = [
  /^(?:agents(?:\.(?:run|sandbox))?|@openai\/agents(?:[-/]\w+)*)$/,
  /^(?:(?:Sandbox)?Agent|Run(?:ner|Config)|RealtimeSession)$/,
];

/** Functions and classes that ask OpenAI for a model by its bare id unless given another provider or address, by module and name. */
const asking: readonly Asker[] = [
  [/^(?:@?langchain|langgraph)\b/, /^(?:init_chat_model|initChatModel|create_agent|createAgent|create_react_agent)$/],
  [/^(?:autogen|ag2)\b/, /^(?:LLMConfig|OpenAI\w*Config)$/],
  [/^crewai\b/, /^LLM$/],
  [/^litellm\b/, /^a?(?:completion|responses|embedding)$/],
  [/^dspy\b/, /^LM$/],
  [/^pydantic_ai\b/, /^Agent$/],
  agents,
];

/** Text outside comments that gives OpenAI's agents another default, or runs them with settings that have not been read. */
const otherDefault =
  /^(?![ \t]*(?:#|\/\/|\*)).*(?:set_default_openai_client\(|setDefault(?:OpenAIClient|ModelProvider)\(|\bmodel_?provider\b|\brun_config *=(?! *(?:RunConfig\(|None\b))|azure)/im;

const speaksOfOther = rememberLast((file) => otherDefault.test(file));

/** Remembers the answer for the last file, so that a file of many agents is not searched again for each of them. */
export function rememberLast(answer: (file: string) => boolean): (file: string) => boolean {
  let last = { file: '', answer: false };
  return (file) => {
    if (file !== last.file) last = { file, answer: answer(file) };
    return last.answer;
  };
}

/**
 * Where a function or class of a library sends OpenAI's models when nothing names another provider or address.
 * @param file the text of the file
 */
export function libraryRoute(module: string, name: string, file: string): Route | undefined {
  const asker = asking.find(([from, exported]) => from.test(module) && exported.test(name));
  if (!asker || (asker === agents && speaksOfOther(file))) return undefined;
  return { kind: 'openai', evidence: `${name}(…)` };
}
