import assert from 'node:assert/strict';
import {
  importCandidates,
  isPackage,
  isWorkspaceModule,
  mayBeWorkspaceModule,
  moduleNamed,
} from '../../../../src/core/understand/resolve';

/** The first candidate that is among the files, and the name to look for in it. */
function resolved(
  language: 'typescript' | 'python',
  from: string,
  name: string,
  ...files: string[]
): string | undefined {
  const [specifier = '', exported = 'MODEL'] = name.split(' ');
  const found = importCandidates({ specifier, exported }, from, language).find(({ path }) => files.includes(path));
  return found && `${found.path} ${found.exported}`;
}

suite('which file an import means', () => {
  const table: [Parameters<typeof resolved>, string?][] = [
    [['typescript', 'src/a.ts', './config', 'src/config.js', 'src/config.ts'], 'src/config.ts MODEL'],
    [['typescript', 'src/a.ts', './config', 'src/config/index.ts'], 'src/config/index.ts MODEL'],
    [['typescript', 'src/a.ts', './config.js', 'src/config.js', 'src/config.ts'], 'src/config.ts MODEL'],
    [['typescript', 'src/a.ts', './config.js', 'src/config.js'], 'src/config.js MODEL'],
    [['typescript', 'src/a.ts', './app.config', 'src/app.config.ts'], 'src/app.config.ts MODEL'],
    [['typescript', 'src/a/b.mts', '../c.mjs M.fast', 'src/c.mts'], 'src/c.mts M.fast'],
    [['typescript', 'src/a.ts', '..', 'index.ts'], 'index.ts MODEL'],
    ...['ts', 'tsx', 'mts', 'cts', 'js', 'jsx', 'mjs', 'cjs'].flatMap(
      (extension): [Parameters<typeof resolved>, string][] => [
        [['typescript', 'a.ts', './b', `b.${extension}`], `b.${extension} MODEL`],
        [['typescript', 'a.ts', `./b.${extension}`, `b.${extension}`], `b.${extension} MODEL`],
      ],
    ),
    [['typescript', 'a.ts', './b.js', 'b.tsx'], 'b.tsx MODEL'],
    [['typescript', 'a.ts', './b.js', 'b.jsx'], 'b.jsx MODEL'],
    [['typescript', 'a.ts', './b.jsx', 'b.tsx'], 'b.tsx MODEL'],
    [['typescript', 'a.ts', './b.cjs', 'b.cts'], 'b.cts MODEL'],
    [['typescript', '/w/src/a.ts', '/lib/b', '/w/lib/b.ts'], '/w/lib/b.ts MODEL'],
    [['typescript', 'a.ts', '../outside', 'outside.ts']],
    [['typescript', '/a.ts', './b', '/b.ts'], '/b.ts MODEL'],
    [['typescript', '/a/b.ts', '@/c', '/c.ts'], '/c.ts MODEL'],
    [['python', '/a.py', '.b', '/b.py'], '/b.py MODEL'],
    [['python', '/a.py', 'b', '/b.py'], '/b.py MODEL'],
    [['python', '/a/b.py', '..c', '/c.py'], '/c.py MODEL'],
    [['typescript', '/a.ts', '../b', '/b.ts']],
    [['typescript', '/w/src/a.ts', './config', '/w/src/config.ts'], '/w/src/config.ts MODEL'],
    [
      ['typescript', '/w/app/src/deep/a.ts', '@/config', '/w/config.ts', '/w/app/src/config.ts'],
      '/w/app/src/config.ts MODEL',
    ],
    [['typescript', 'app/page.tsx', '~/lib/config', 'src/lib/config.ts'], 'src/lib/config.ts MODEL'],
    [
      ['typescript', '/w/src/routes/a.ts', '$lib/server/config', '/w/src/lib/server/config.ts'],
      '/w/src/lib/server/config.ts MODEL',
    ],
    [['typescript', 'server/src/a.ts', '@shared/models', 'shared/models.ts'], 'shared/models.ts MODEL'],
    [['typescript', 'server/a.ts', '@services/ai', 'src/services/ai/index.ts'], 'src/services/ai/index.ts MODEL'],
    [['typescript', 'src/api/a.ts', '#lib/openai.js', 'src/lib/openai.ts'], 'src/lib/openai.ts MODEL'],
    [['typescript', 'a.ts', '@acme/models', 'acme/models.ts']],
    [['typescript', 'a.ts', '$env/static/private', 'env/static/private.ts']],
    [['typescript', 'a.ts', 'openai', 'openai.ts']],
    [['python', 'app/a.py', '.config', 'app/config.py'], 'app/config.py MODEL'],
    [['python', 'app/sub/a.py', '..config', 'app/config/__init__.py'], 'app/config/__init__.py MODEL'],
    [['python', 'app/a.py', '. config.MODEL', 'app/config.py'], 'app/config.py MODEL'],
    [['python', 'app/a.py', '. MODEL', 'app/__init__.py'], 'app/__init__.py MODEL'],
    [['python', 'app/api/a.py', 'app.settings', 'app/settings.py'], 'app/settings.py MODEL'],
    [['python', 'app/api/a.py', 'app.settings', 'src/app/settings/__init__.py'], 'src/app/settings/__init__.py MODEL'],
    [['python', 'app/a.py', 'app settings.MODEL', 'app/settings.py'], 'app/settings.py MODEL'],
    [['python', 'app/a.py', 'config Config.MODEL', 'app/config.py'], 'app/config.py Config.MODEL'],
    [['python', 'a.py', '...config', 'config.py']],
    [['python', '/w/app/a.py', 'app.settings', '/w/app/settings.py'], '/w/app/settings.py MODEL'],
  ];
  for (const [[language, from, name, ...files], expected] of table) {
    test(`${name} in ${from} is ${expected ?? 'none'}`, () =>
      assert.equal(resolved(language, from, name, ...files), expected));
  }

  test('packages are no files of the workspace', () => {
    assert.deepEqual(['./a', '../a', '/a', '@/a', '~/a', '#/a', 'a', '@a/b', 'node:fs'].filter(isWorkspaceModule), [
      './a',
      '../a',
      '/a',
      '@/a',
      '~/a',
      '#/a',
    ]);
  });

  test('what a project may call one of its own, and what is surely a library', () => {
    const own = ['./a', '@/a', 'a', 'a/b', '@a/b', '#a', 'open', 'ai-tools', '@openai-tools/a'];
    const others = ['openai', 'openai/azure', 'ai', '@ai-sdk/openai', 'langchain', 'node:fs', 'https://a.dev/b.ts'];
    assert.deepEqual([...own, ...others].filter(mayBeWorkspaceModule), own);
  });

  test('folders of sources by their names', () => {
    const names =
      'api app backend common config core frontend jobs lib libs modules server services shared src util utils'.split(
        ' ',
      );
    assert.deepEqual(
      names.filter((name) => !isWorkspaceModule(`@${name}/a`)),
      [],
    );
    assert.deepEqual(['@types/a', '@api', '@apis/a', 'x@api/a', '#', '$lib', '$env/a'].filter(isWorkspaceModule), []);
    assert.ok(['#lib/a', '$lib/a'].every(isWorkspaceModule));
  });

  test('Python’s packages for language models', () => {
    const names =
      'openai azure agents anthropic autogen autogen_agentchat crewai dspy google groq haystack huggingface_hub instructor ' +
      'langchain langchain_openai langfuse langgraph litellm llama_index mistralai ollama pydantic pydantic_ai ' +
      'semantic_kernel tiktoken transformers openai.types.chat';
    assert.deepEqual(
      names.split(' ').filter((name) => !isPackage(name)),
      [],
    );
    assert.deepEqual(['app.openai', 'my_openai', 'openai_client', '.openai', 'googly'].filter(isPackage), []);
  });
});

suite('packages by the names that Deno and browsers have for them', () => {
  const table: [specifier: string, module: string][] = [
    ['npm:openai', 'openai'],
    ['npm:openai@^4.8.0', 'openai'],
    ['npm:/openai@4', 'openai'],
    ['npm:@openai/agents@0.1/realtime', '@openai/agents/realtime'],
    ['npm:@ai-sdk/openai', '@ai-sdk/openai'],
    ['npm:langchain@0.3/chat_models/universal', 'langchain/chat_models/universal'],
    ['jsr:@openai/openai@5', 'openai'],
    ['https://esm.sh/openai@4.20.1', 'openai'],
    ['https://esm.sh/@langchain/openai@0.3?target=deno', '@langchain/openai'],
    ['https://esm.sh/ai@4/rsc?bundle', 'ai/rsc'],
    ['https://deno.land/x/openai@v4.24.0/mod.ts', 'openai'],
    ['https://cdn.jsdelivr.net/npm/openai@4/+esm', 'openai'],
    ['https://cdn.skypack.dev/openai', 'openai'],
    // Others stay as they are.
    ['openai', 'openai'],
    ['npm:chalk@5', 'npm:chalk@5'],
    ['node:fs', 'node:fs'],
    ['./npm:openai', './npm:openai'],
    ['https://example.com/openai', 'https://example.com/openai'],
    ['', ''],
  ];
  for (const [specifier, module] of table) test(specifier, () => assert.equal(moduleNamed(specifier), module));
});
