// The allowance panel's page. What is seen first stands in it as text: the script runs once that is on the screen.
// It runs behind the next frame after the page has been shown, which VS Code does when it is loaded.
addEventListener('load', () => requestAnimationFrame(() => setTimeout(() => void import('./page'))), { once: true });
