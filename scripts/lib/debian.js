// Programs that the tests need and npm does not provide: if one is missing on Debian, its package is installed.
const { onPath, run } = require('./run.js');

/**
 * A program's path; if it is missing, installs its Debian package first.
 * @param {() => string | undefined} find looks for the program
 * @param {string} name the Debian package
 * @param {string} advice what to do where it cannot be installed
 * @returns {Promise<string>}
 */
async function ensureProgram(find, name, advice) {
  return find() ?? (await install(find, name, advice));
}

async function install(find, name, advice) {
  if (!onPath('apt-get')) throw new Error(`${name} was not found. ${advice}`);
  const sudo = await superuser();
  if (!sudo) {
    throw new Error(
      `${name} was not found, and you are not permitted to install it. ${advice} (sudo apt-get install ${name})`,
    );
  }
  console.log(`${name} was not found: installing Debian's package …`);
  const apt = async (...args) => {
    const [command, ...rest] = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
    return run(command, rest, { stdio: ['ignore', 2, 2] });
  };
  // The package lists may be old, but if they cannot be updated the old ones may still do.
  if ((await apt('update')) !== 0) console.log('apt-get update failed; trying with the lists at hand.');
  await apt('install', '-y', '--no-install-recommends', name);
  const installed = find();
  if (!installed) throw new Error(`apt-get did not install ${name}. ${advice}`);
  return installed;
}

/** What to put before a command to run it as root: nothing for root, sudo if it asks for no password. */
async function superuser() {
  if (process.getuid?.() === 0) return [];
  if (onPath('sudo') && (await run('sudo', ['-n', 'true'], { stdio: 'ignore' })) === 0) return ['sudo', '-n'];
  return undefined;
}

/** Makes sure that there is python3, whose library the lexers are tested on. Without it only those tests fail. */
async function ensurePython() {
  await ensureProgram(() => onPath('python3'), 'python3', 'Install Python 3.').catch(({ message }) => {
    console.error(message);
  });
}

module.exports = { ensureProgram, ensurePython };
