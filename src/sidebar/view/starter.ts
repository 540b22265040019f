// All of the page's script that is read before the first paint: it runs the rest once the page has been seen, which is behind the next
// frame after it was loaded, since only then VS Code shows it. Until then the rest is text, because reading it as a script takes time.
import { scriptId } from '../html';

const { nonce } = document.currentScript!;

function start(): void {
  const script = document.createElement('script');
  script.nonce = nonce;
  script.text = document.getElementById(scriptId)!.textContent;
  document.body.append(script);
}

addEventListener('load', () => requestAnimationFrame(() => setTimeout(start)), { once: true });
