// Draws media/icon.png, the marketplace icon, from media/icon.svg, a format that vsce does not accept. Run it after changing the SVG.
const { readFileSync } = require('node:fs');
const { launchBrowser } = require('./lib/chromium.js');

async function main() {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 256, height: 256 } });
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${readFileSync('media/icon.svg', 'utf8')}`);
    await page.screenshot({ path: 'media/icon.png', omitBackground: true });
  } finally {
    await browser.close();
  }
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
