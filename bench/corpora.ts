import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import * as path from 'node:path';
import { cached } from './paths';

/** Sources to measure on: a folder that looks like the root of a repository. */
export interface Corpus {
  readonly name: string;
  readonly folder: string;
}

/** Packages of the npm registry (`name@version`) or of Debian (`name=version`). */
interface Recipe {
  readonly npm?: readonly string[];
  readonly debian?: readonly string[];
}

const recipes: Readonly<Record<string, Recipe>> = {
  // Clients, agents, frameworks and a chat application for language models, published as sources or file by file, not as bundles.
  'many hits': {
    npm: [
      ...['ai@7.0.173', '@ai-sdk/openai@4.0.118', '@ai-sdk/azure@3.0.128', '@ai-sdk/gateway@3.0.232', 'openai@6.49.0'],
      ...[
        '@langchain/core@1.4.0',
        '@langchain/openai@1.5.8',
        '@langchain/community@1.1.29',
        '@langchain/classic@1.0.50',
      ],
      ...['@lobehub/chat@1.143.3', 'flowise-components@3.1.4', '@n8n/n8n-nodes-langchain@2.41.1'],
      ...['@continuedev/core@1.1.0', 'genkitx-openai@0.30.0'],
    ],
  },
  // Graphics, widgets, streams, an editor.
  'few hits': {
    npm: [
      ...['@babylonjs/core@9.34.0', '@mui/material@9.5.0', 'three@0.187.0', 'rxjs@7.8.2', 'effect@4.1.0'],
      ...['@tensorflow/tfjs-core@4.22.0', 'monaco-editor@0.57.0'],
    ],
  },
  'Python giants': {
    debian: [
      ...[
        'python3-sympy=1.11.1-1',
        'python3-django=3:3.2.25-0+deb12u7',
        'python3-scipy=1.10.1-2',
        'python3-nltk=3.8-1',
      ],
      ...['python3-pandas-lib=1.5.3+dfsg-2', 'python3-pandas=1.5.3+dfsg-2', 'python3-sklearn=1.2.1+dfsg-1'],
      ...['python3-networkx=2.8.8-1', 'python3-matplotlib=3.6.3-1+b1', 'python3-astropy=5.2.1-2+deb12u1'],
      ...['python3-statsmodels=0.13.5+dfsg-7', 'python3-sqlalchemy=1.4.46+ds1-1', 'libpython3.11-stdlib'],
      ...['python3-twisted', 'python3-sphinx=5.3.0-4', 'python3-torch=1.13.1+dfsg-4'],
    ],
  },
};

/** The pinned corpora, downloaded if they are missing. A corpus that this machine cannot get is left out with a message. */
export function pinnedCorpora(): Corpus[] {
  return Object.entries(recipes).flatMap(([name, recipe]) => {
    // A changed recipe makes another corpus.
    const print = createHash('sha1').update(JSON.stringify(recipe)).digest('hex').slice(0, 8);
    const folder = path.join(cached('corpora'), `${name.toLowerCase().replaceAll(' ', '-')}-${print}`);
    try {
      if (!existsSync(folder)) download(name, recipe, folder);
      return [{ name, folder }];
    } catch (error) {
      console.error(`No corpus "${name}": ${error instanceof Error ? error.message : String(error)}`);
      return [];
    }
  });
}

/** Downloads into a temporary folder that is renamed when complete. */
function download(name: string, { npm = [], debian = [] }: Recipe, folder: string): void {
  console.log(`Corpus "${name}": downloading ${npm.length + debian.length} packages …`);
  const aside = mkdtempSync(path.join(cached(), 'corpus-'));
  const archives = mkdtempSync(path.join(cached(), 'archives-'));
  try {
    if (npm.length) execFileSync('npm', ['pack', '--silent', '--loglevel=error', ...npm], { cwd: archives });
    for (const each of debian) downloadDebian(each, archives);
    for (const archive of readdirSync(archives)) {
      const inner = path.join(aside, archive.replace(/\.(?:tgz|deb)$/, ''));
      mkdirSync(inner);
      const file = path.join(archives, archive);
      if (archive.endsWith('.deb')) execFileSync('dpkg-deb', ['-x', file, inner]);
      else execFileSync('tar', ['-xzf', file, '-C', inner]);
    }
    // Makes it the root of a repository, so that ignore files above it do not apply.
    mkdirSync(path.join(aside, '.git'));
    renameSync(aside, folder);
  } finally {
    rmSync(archives, { recursive: true, force: true });
    rmSync(aside, { recursive: true, force: true });
  }
}

/** A point release may have replaced the pinned version: then downloads its successor. */
function downloadDebian(pinned: string, folder: string): void {
  const options = { cwd: folder, stdio: 'ignore' } as const;
  try {
    execFileSync('apt-get', ['download', pinned], options);
  } catch {
    execFileSync('apt-get', ['download', pinned.replace(/=.*/, '')], options);
  }
}
