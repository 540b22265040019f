import assert from 'node:assert/strict';
import fs, { existsSync } from 'node:fs';
import type { FileScan } from '../../../src/workspace/batch';
import { FileScanner } from '../../../src/workspace/scan-file';
import { maxFileSize, maxSizeOf } from '../../../src/workspace/skip-rules';
import { folderWith, pipe, removeFolders } from './temporary';

const scanner = new FileScanner();

/** Scans one file of that name and content. */
function scan(name: string, content: string | Uint8Array, named = false): FileScan {
  return scanner.scan(`${folderWith({ [name]: content })}/${name}`, named);
}

/** The places found: `cell?:line:column model`. */
function places(result: FileScan): string[] {
  return (result.found ?? []).flatMap(({ cell, references }) =>
    references.map(
      ({ line, column, model }) => [cell, line, column].filter((part) => part !== undefined).join(':') + ` ${model}`,
    ),
  );
}

suite('Scanning a file', () => {
  teardown(removeFolders);

  test('finds references with their places, in UTF-16 columns', () => {
    assert.deepEqual(places(scan('a.py', 'model = "gpt-4o"\n')), ['0:9 gpt-4o']);
    assert.deepEqual(places(scan('b.ts', 'const x = 1;\r\nuse({ "ä𝒳": 1, model: "gpt-4o" });\rf("o3-mini")')), [
      '1:24 gpt-4o',
      '2:3 o3-mini',
    ]);
  });

  test('says nothing about a file without models', () => {
    assert.deepEqual(scan('a.py', 'print(1)'), {});
    assert.deepEqual(scan('empty.py', ''), {});
  });

  test('finds ids of a shape that no model’s has where it is told of them', () => {
    const path = `${folderWith({ 'a.py': 'f(model="acme-1")' })}/a.py`;
    assert.deepEqual(places(new FileScanner(new Set(['other', 'acme-1'])).scan(path)), ['0:9 acme-1']);
    assert.deepEqual(new FileScanner(new Set(['other'])).scan(path), {});
    assert.deepEqual(scanner.scan(path), {});
  });

  test('leaves out a byte order mark, as editors do, and reads UTF-16', () => {
    const source = '# ü\nmodel="gpt-4o"';
    const utf16 = Buffer.from(`\ufeff${source}`, 'utf16le');
    assert.deepEqual(places(scan('a.py', '\ufeffmodel="gpt-4o"')), ['0:7 gpt-4o']);
    assert.deepEqual(places(scan('b.py', utf16)), ['1:7 gpt-4o']);
    assert.deepEqual(places(scan('c.py', Buffer.from(utf16).swap16())), ['1:7 gpt-4o']);
  });

  test('reads what is no valid UTF-8 all the same and says so', () => {
    const result = scan(
      'a.py',
      Buffer.concat([Buffer.from('name = "caf\xe9"\n', 'latin1'), Buffer.from('model="gpt-4o"')]),
    );
    assert.deepEqual(places(result), ['1:7 gpt-4o']);
    assert.equal(result.note?.severity, 'warning');
    assert.match(result.note?.message ?? '', /Not valid UTF-8/);
  });

  test('leaves no file open, be it read to its end or given up: systems allow a process a thousand', () => {
    const root = folderWith({ 'a.py': 'model = "gpt-4o"', 'large.py': ' '.repeat(maxFileSize + 1) });
    const lowestFree = () => {
      const file = fs.openSync(`${root}/a.py`, 'r');
      fs.closeSync(file);
      return file;
    };
    const before = lowestFree();
    scanner.scan(`${root}/a.py`);
    scanner.scan(`${root}/large.py`);
    assert.equal(lowestFree(), before);
  });

  test('counts lines in long files', () => {
    assert.deepEqual(places(scan('a.py', `${'x = 1\n'.repeat(50_000)}model="gpt-4o"\n`)), ['50000:7 gpt-4o']);
  });

  test('scans the code cells of a notebook, each by itself', () => {
    const cells = [
      { cell_type: 'markdown', source: ['Use "gpt-4o".'] },
      {
        cell_type: 'code',
        source: ['import openai\n', 'model = "gpt-4o"\n'],
        outputs: [],
        execution_count: null,
        metadata: {},
      },
      { cell_type: 'code', source: 'ask(model="o3-mini")', outputs: [], execution_count: null, metadata: {} },
    ];
    const notebook = { cells, metadata: {}, nbformat: 4, nbformat_minor: 5 };
    assert.deepEqual(places(scan('a.ipynb', JSON.stringify(notebook))), ['1:1:9 gpt-4o', '2:0:11 o3-mini']);
  });

  test('scans the cells of a notebook whose kernel runs TypeScript', () => {
    const cells = [{ cell_type: 'code', source: ['const client = new OpenAI();\n', "ask({ model: 'gpt-4o' });"] }];
    const notebook = { cells, metadata: { kernelspec: { name: 'deno', language: 'typescript' } }, nbformat: 4 };
    assert.deepEqual(places(scan('a.ipynb', JSON.stringify(notebook))), ['0:1:14 gpt-4o']);
  });

  test('finds a bare word that is a notebook’s only model: JSON writes a backslash before its closing quote', () => {
    for (const word of ['o1', 'o3', 'ada', 'babbage', 'curie', 'davinci']) {
      const notebook = { cells: [{ cell_type: 'code', source: [`f(model="${word}")`] }] };
      assert.deepEqual(places(scan('a.ipynb', JSON.stringify(notebook))), [`0:0:9 ${word}`]);
    }
  });

  test('names a notebook that is none', () => {
    const result = scan('a.ipynb', '{ "model": "gpt-4o", ');
    assert.equal(result.found, undefined);
    assert.equal(result.note?.severity, 'error');
    assert.match(result.note?.message ?? '', /JSON/);
  });

  test('names a file that cannot be read', () => {
    const result = scanner.scan('/nowhere/a.py', true);
    assert.deepEqual(result.note, {
      severity: 'error',
      path: '/nowhere/a.py',
      message: 'Not read: no such file or folder; check the spelling.',
    });
    const folder = scanner.scan(folderWith({ 'a.py/b': '' }) + '/a.py');
    assert.match(folder.note?.message ?? '', /it is a folder/);
    const { openSync } = fs;
    fs.openSync = () => {
      throw Object.assign(new Error('EBUSY: resource busy or locked, open'), { code: 'EBUSY' });
    };
    try {
      assert.match(scan('a.py', 'model = "gpt-4o"').note?.message ?? '', /^Not read: another program has locked it; /);
    } finally {
      fs.openSync = openSync;
    }
  });

  test('says nothing of a file that has gone since it was listed', () => {
    assert.deepEqual(scanner.scan('/nowhere/a.py'), {});
    assert.deepEqual(scanner.scan(`${folderWith({ 'a.py': '' })}/a.py/b.py`), {});
  });

  if (process.platform === 'linux') {
    test('names a file that is there and is not found by its name, which is no UTF-8', () => {
      const root = folderWith({});
      fs.writeFileSync(Buffer.from(`${root}/caf\xe9.py`, 'latin1'), 'model = "gpt-4o"');
      const [name = ''] = fs.readdirSync(root);
      assert.match(scanner.scan(`${root}/${name}`).note?.message ?? '', /^Not read: no such file/);
    });
  }

  if (existsSync('/dev/zero')) {
    test('reads a file without end only as far as the limit', () => {
      assert.deepEqual(scanner.scan('/dev/zero'), { skipped: 'large' });
    });
  }

  if (process.platform !== 'win32') {
    test('waits for nobody to write into a pipe that has taken a file’s place', () => {
      const root = folderWith({});
      pipe(`${root}/a.py`, 'model = "gpt-4o"');
      assert.deepEqual(scanner.scan(`${root}/a.py`), {});
    });
  }

  test('leaves out what rules say nobody writes by hand, unless it is named', () => {
    const id = 'x("gpt-4o");';
    const files: Record<string, [content: string | Uint8Array, reason: string]> = {
      'a.min.js': [id, 'minified'],
      'app-min.js': [id, 'minified'],
      'app.bundle.js': [id, 'minified'],
      'line.js': [`${id}${'f(1);'.repeat(5_000)}\n`, 'minified'],
      'types.ts': [`// @generated by protoc\n${id}`, 'generated'],
      'api.py': [`# Code generated by sdkgen. DO NOT EDIT.\n${id}`, 'generated'],
      'ignoring.ts': [`// @generated by protoc\n${id} // token-allowance: ignore`, 'generated'],
      'latin.py': [Buffer.from(`# caf\xe9: @generated\n${id}`, 'latin1'), 'generated'],
      'data.py': [`${id}\n${'x = 1\n'.repeat(maxFileSize / 6)}`, 'large'],
      'video.ts': [Buffer.from(`G\0\0${id}`), 'binary'],
    };
    for (const [name, [content, reason]] of Object.entries(files)) {
      assert.deepEqual(scan(name, content), { skipped: reason }, name);
      assert.deepEqual(places(scan(name, content, true)).length, 1, name);
    }
    assert.equal(scan('short.js', `${id}${'f(1);'.repeat(200)}`).skipped, undefined);
    assert.equal(places(scan('scan-client-bundle.mjs', id)).length, 1, 'a script that has to do with a bundle');
    assert.equal(places(scan('later.ts', `${id}\n${' '.repeat(2_000)}\n// not @generated`)).length, 1);
  });

  test('reads notebooks with large pictures among their results', () => {
    const notebook = (bytes: number) =>
      JSON.stringify({
        cells: [
          { cell_type: 'code', source: 'ask(model="gpt-4o")', outputs: [{ data: { 'image/png': 'A'.repeat(bytes) } }] },
        ],
      });
    assert.equal(places(scan('pictures.ipynb', notebook(maxFileSize))).length, 1);
    const tooLarge = notebook(maxSizeOf('film.ipynb'));
    assert.deepEqual(scan('film.ipynb', tooLarge), { skipped: 'large' });
    assert.equal(places(scan('film.ipynb', tooLarge, true)).length, 1);
  });

  test('reads a named file of any size', () => {
    const content = `${`# ${'-'.repeat(97)}\n`.repeat(maxFileSize / 50)}model="gpt-4o"`;
    assert.equal(places(scan('big.py', content, true)).length, 1);
    assert.equal(places(scan('small.py', 'model="gpt-4o"')).length, 1);
  });
});
