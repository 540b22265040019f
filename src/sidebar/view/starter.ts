// The only script that is read before the first paint. It runs the rest once the page has been seen: after the frame that follows `load`,
// since VS Code shows the page only then. Until then the rest is text, because parsing it takes time.
import { scriptId } from '../html';

const { nonce } = document.currentScript!;

function start(): void {
  const script = document.createElement('script');
  script.nonce = nonce;
  script.text = document.getElementById(scriptId)!.textContent;
  document.body.append(script);
}

addEventListener('load', () => requestAnimationFrame(() => setTimeout(start)), { once: true });
