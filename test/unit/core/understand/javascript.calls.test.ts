import assert from 'node:assert/strict';
import { understanding } from './javascript';

suite('hosted tools and purposes in JavaScript and TypeScript', () => {
  const tools: [source: string, ...tools: string[]][] = [
    [`c.responses.create({ model: 'gpt-4o', tools: [{ type: 'web_search' }] });`, 'web_search'],
    [`c.responses.create({ model: 'gpt-4o', tools: [{ type: 'web_search_preview_2025_03_11' }] });`, 'web_search'],
    [
      `c.responses.create({ model: 'gpt-4o', tools: [{ type: 'file_search', vector_store_ids }, { type: 'code_interpreter' }] });`,
      'file_search',
      'code_interpreter',
    ],
    [`c.responses.create({ model: 'gpt-4o', tools: [{ type: 'function', name: 'web_search' }] });`],
    [`c.responses.create({ model: 'gpt-4o', tools: chosen || [{ type: 'web_search' }] });`, 'web_search'],
    [`c.responses.create({ model: 'gpt-4o', tools: none ? [] : [{ type: 'web_search' }] });`, 'web_search'],
    [`c.responses.create(...before, { model: 'gpt-4o', tools: [{ type: 'web_search' }] });`, 'web_search'],
    [`c.responses.create({ model: 'gpt-4o', input: [{ type: 'web_search' }] });`],
    [`c.ask({ model: 'gpt-4o' }, [{ type: 'web_search' }]);`],
    [
      `let o = { model: 'gpt-4o' }; if (s) o = { model, tools: [{ type: 'web_search' }] }; c.responses.create(o);`,
      'web_search',
    ],
    [`const tools = []; tools.add({ type: 'web_search' }); c.responses.create({ model: 'gpt-4o', tools });`],
    [`import { webSearchTool } from './openai'; new Agent({ model: 'gpt-4o', tools: [webSearchTool()] });`],
    [`c.responses.create({ model: 'gpt-4o', tools: [{ type: 'function', function: { type: 'web_search' } }] });`],
    [`c.chat.completions.create({ model: 'gpt-4o', web_search_options: {} });`, 'web_search'],
    [
      `const tools = [...mine, { type: 'image_generation' }]; c.responses.create({ model: 'gpt-4o', tools });`,
      'image_generation',
    ],
    [
      `const more = { tools: [{ type: 'web_search' }] }; c.responses.create({ model: 'gpt-4o', ...more });`,
      'web_search',
    ],
    [`c.responses.create({ model: 'gpt-4o', ...(s && { tools: [{ type: 'file_search' }] }) });`, 'file_search'],
    [`const o = { model: 'gpt-4o' }; o.tools = [{ type: 'web_search' }]; c.responses.create(o);`, 'web_search'],
    [
      `const tools = []; if (s) tools.push({ type: 'web_search' }); c.responses.create({ model: 'gpt-4o', tools });`,
      'web_search',
    ],
    [`c.responses.create({ model: 'gpt-4o', tools: search ? [{ type: 'web_search' }] : [] });`, 'web_search'],
    [`const params = { model: 'gpt-4o', tools: [{ type: 'web_search' }] }; c.responses.create(params);`, 'web_search'],
    [
      `generateText({ model: openai.responses('gpt-4o'), tools: { search: openai.tools.webSearchPreview() } });`,
      'web_search',
    ],
    [`generateText({ model: openai('gpt-4o'), tools: { webSearch: tool({ type: 'web_search' }) } });`],
    [`generateText({ model: openai('gpt-4o'), tools: { search: exa.tools.webSearch() } });`],
    [
      `const openaiLike = { tools: { webSearch: () => tool({}) } }; generateText({ model: openai('gpt-4o'), tools: { search: openaiLike.tools.webSearch() } });`,
    ],
    [
      `import { webSearch } from '@exalabs/ai-sdk'; generateText({ model: openai('gpt-4o'), tools: { webSearch: webSearch() } });`,
    ],
    [
      `import { Agent, webSearchTool } from '@openai/agents'; new Agent({ model: 'gpt-4o', tools: [webSearchTool()] });`,
      'web_search',
    ],
    [`c.responses.create({ model: 'gpt-5', service_tier: 'flex' });`, 'flex'],
    [`const TIER = 'priority'; c.responses.create({ model: 'gpt-5', service_tier: TIER });`, 'priority'],
    [
      `generateText({ model: openai('gpt-5'), providerOptions: { openai: { serviceTier: 'flex' } }, tools: [{ type: 'web_search' }] });`,
      'flex',
      'web_search',
    ],
    [`rows.push({ custom_id: id, method: 'POST', url: '/v1/responses', body: { model: 'gpt-5', input } });`, 'batch'],
    [`ask({ custom_id: id, body: load({ model: 'gpt-5' }) });`],
    [`show({ custom_id: 'ask', value: { model: 'gpt-5' } });`],
    [`c.responses.create({ model: 'gpt-5', service_tier: 'default', metadata: { tier: 'flex' } });`],
    [`const webSearchTool = () => tool({}); new Agent({ model: 'gpt-4o', tools: [webSearchTool()] });`],
    [
      `import { tools } from '@langchain/openai'; new ChatOpenAI({ model: 'gpt-4o' }).bindTools([tools.fileSearch({})]);`,
      'file_search',
    ],
    [`const llm = new ChatOpenAI({ model: 'gpt-4o' }); llm.bindTools([{ type: 'web_search' }]);`, 'web_search'],
    [
      `const llm = new ChatOpenAI({ model: 'gpt-4o' }); await llm.invoke('Hi', { tools: [{ type: 'web_search' }] });`,
      'web_search',
    ],
    [
      `import { Agent, webSearchTool } from '@openai/agents';
      new Agent({ tools: [webSearchTool()], handoffs: [new Agent({ model: 'gpt-4o' })] });`,
    ],
    [
      `const first = await c.responses.create({ model: 'gpt-4o' }); c.responses.create({ input: [first], tools: [{ type: 'web_search' }] });`,
    ],
  ];
  for (const [source, ...expected] of tools) {
    test(source, () => assert.deepEqual(understanding(source).references[0]?.extras ?? [], expected));
  }

  const purposes: [source: string, purpose?: string][] = [
    [`c.fineTuning.jobs.create({ model: 'gpt-4o-mini', training_file });`, 'fine-tuning'],
    [`const M = 'gpt-4o-mini'; c.fineTuning.jobs.create({ model: M });`, 'fine-tuning'],
    [`c.evals.create({ testing_criteria: [{ type: 'score_model', model: 'gpt-4o' }] });`, 'evals'],
    [`c.evals.runs.create(id, { data_source: { model: 'gpt-4o' } });`, 'evals'],
    [`c.embeddings.create({ model: 'text-embedding-3-small' });`, 'embeddings'],
    [`new OpenAIEmbeddings({ model: 'text-embedding-3-small' });`, 'embeddings'],
    [`embed({ model: openai.textEmbeddingModel('text-embedding-3-small') });`, 'embeddings'],
    [`c.chat.completions.create({ model: 'gpt-4o' });`],
  ];
  for (const [source, expected] of purposes) {
    test(source, () => assert.equal(understanding(source).references[0]?.purpose, expected));
  }
});
