import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';

/** A real source file. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** Files under `folder` with one of the extensions, in a stable order, spread evenly over the folder, `budget` bytes in all at most. */
export function sources(folder: string, extensions: readonly string[], budget: number): Source[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && extensions.includes(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => statSync(path).size < 400_000)
    .sort();
  const total = files.reduce((sum, path) => sum + statSync(path).size, 0);
  const step = Math.max(1, Math.ceil(total / budget));
  return files.filter((_, i) => i % step === 0).map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

/** The folder of an installed npm package. */
export function packageFolder(name: string): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'node_modules', name))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`The package ${name} is not installed: run npm ci.`);
    folder = parent;
  }
  return join(folder, 'node_modules', name);
}

/** Folders with Python's own library and what the system's packages add. */
export function pythonFolders(): string[] {
  const stdlib = (): string =>
    execFileSync('python3', ['-c', 'import sysconfig; print(sysconfig.get_path("stdlib"))'], {
      encoding: 'utf8',
    }).trim();
  try {
    return [stdlib(), '/usr/lib/python3/dist-packages'].filter((folder) => existsSync(folder));
  } catch (error) {
    throw new Error('This test reads the library of python3: install it (Debian: apt-get install python3).', {
      cause: error,
    });
  }
}
