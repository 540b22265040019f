import * as assert from 'node:assert/strict';
import { findReferences } from '../../../../src/core/find/find';
import { understandPython } from '../../../../src/core/understand/python';

suite('understanding Python: tools and purposes', () => {
  const told = (code: string): string[] => {
    const understanding = understandPython(code, findReferences(code, 'python'));
    return [...(understanding?.references ?? []), ...(understanding?.bindings ?? [])].map(({ extras, purpose }) =>
      [...(extras ?? []), purpose].filter((word) => word !== undefined).join(' '),
    );
  };
  const table: readonly (readonly [code: string, ...expected: string[]])[] = [
    ['c.responses.create(model="gpt-4o", tools=[{"type": "web_search"}])', 'web_search'],
    ['c.responses.create(model="gpt-4o", tools=[{"type": "web_search_preview"}, {"type": "function"}])', 'web_search'],
    [
      't = {"type": "code_interpreter", "container": {}}\nT = [t]\nc.create(model="gpt-4o", tools=T)',
      'code_interpreter',
    ],
    ['c.create(model="gpt-4o", tools=[{"type": "function", "name": "web_search"}])', ''],
    ['c.responses.create(model="o3", service_tier="flex", tools=[{"type": "web_search"}])', 'flex web_search'],
    ['tier = "priority"\nllm = ChatOpenAI(model="gpt-5", service_tier=tier)', 'priority'],
    ['OpenAIResponsesModelSettings(model="gpt-5", openai_service_tier="flex")', 'flex'],
    ['c.responses.create(model="gpt-5", service_tier="auto")', ''],
    ['row = {"custom_id": i, "url": "/v1/responses", "body": {"model": "gpt-5", "input": text}}', 'batch'],
    ['Select(custom_id="model", options=[SelectOption(label="Best", value="gpt-5")])', ''],
    ['MODEL = "gpt-5"\nrows = [{"custom_id": i, "body": {"model": MODEL}} for i in ids]', '', 'batch'],
    ['c.responses.create(model="gpt-5", service_tier=None, metadata={"plan": "flex"})', ''],
    ['p = {"tools": [{"type": "web_search"}]}\nc.create(model="gpt-4o", **p)', 'web_search'],
    ['p = {}\np["tools"] = [{"type": "web_search"}]\nc.create(model="gpt-4o", **p)', 'web_search'],
    ['t = []\nif x:\n    t.append({"type": "file_search"})\nc.create(model="gpt-4o", tools=t)', 'file_search'],
    ['def f():\n    t.append({"type": "web_search"})\n    t = []\nt = []\nc.create(model="gpt-4o", tools=t)', ''],
    ['t = []\nt.append(t)\nt.append([*t, t])\nc.create(model="gpt-4o", tools=t)', ''],
    ['Agent(model="gpt-4o", tools=[WebSearchTool(), FileSearchTool(vector_store_ids=[])])', 'web_search file_search'],
    ['from agents import CodeInterpreterTool as T\nAgent(model="gpt-4o", tools=[T()])', 'code_interpreter'],
    ['from crewai_tools import WebSearchTool\nAgent(model="gpt-4o", tools=[WebSearchTool()])', ''],
    ['class WebSearchTool: pass\nAgent(model="gpt-4o", tools=[WebSearchTool()])', ''],
    ['def web_search(): pass\nAgent(model="gpt-4o", tools=[web_search])', ''],
    ['Agent(tools=[WebSearchTool()], model=OpenAIResponsesModel("gpt-4o"))', 'web_search'],
    ['Agent("openai:gpt-4o", builtin_tools=[WebSearchTool()])', 'web_search'],
    ['c.chat.completions.create(model="gpt-4o", web_search_options={})', 'web_search'],
    ['p = {"model": "gpt-4o", "tools": [{"type": "file_search"}, {"type": "mcp"}]}', 'file_search'],
    ['M = "gpt-4o"\nc.create(model=M, tools=[{"type": "file_search"}])', '', 'file_search'],
    ['c.fine_tuning.jobs.create(model="gpt-4o-2024-08-06", training_file=f)', 'fine-tuning'],
    ['openai.FineTune.create(model="davinci-002")', 'fine-tuning'],
    ['c.evals.create(model="gpt-4o")', 'evals'],
    ['c.embeddings.create(model="text-embedding-3-small", input=x)', 'embeddings'],
    ['from langchain_openai import OpenAIEmbeddings as E\nE(model="text-embedding-3-small")', 'embeddings'],
    ['c.chat.completions.create(model="gpt-4o")', ''],
    ['c.create(model="gpt-4o", tools=({"type": "web_search"},))', 'web_search'],
    ['c.create(model="gpt-4o", tools=[{"type": "web_search"}] + more)', 'web_search'],
    ['c.create(model="gpt-4o", tools=more + [{"type": "web_search"}])', 'web_search'],
    ['c.create(model="gpt-4o", web_search_options=None)', ''],
    ['c.create(model="gpt-4o", input=[{"type": "web_search"}])', ''],
    ['c.create({"model": "gpt-4o", "tools": [{"type": "web_search"}]})', 'web_search'],
    ['import agents\nAgent(model="gpt-4o", tools=[agents.WebSearchTool()])', 'web_search'],
    ['Agent(model="gpt-4o", tools=[web_search_tool()])', ''],
    ...[
      'agents',
      'openai',
      'pydantic_ai',
      'langchain_openai',
      'autogen.tools',
      'semantic_kernel',
      'agent_framework',
    ].map(
      (module) =>
        [`from ${module} import WebSearchTool as T\nAgent(model="gpt-4o", tools=[T()])`, 'web_search'] as const,
    ),
    ['from my_agents import WebSearchTool as T\nAgent(model="gpt-4o", tools=[T()])', ''],
    ['c.create(model="gpt-4o", mytools=[{"type": "web_search"}], tools_used=[{"type": "file_search"}])', ''],
    ['retry(lambda: ask(model="gpt-4o"), tools=[WebSearchTool()])', ''],
    ['c.embeddings.create(**{"model": "text-embedding-3-small"})', 'embeddings'],
  ];
  for (const [code, ...expected] of table)
    test(code.split('\n').join('; '), () => assert.deepEqual(told(code), expected));
});
