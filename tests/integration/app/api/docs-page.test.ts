/** `/api/docs` in a real browser, which may ask nobody but this site. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { OPERATIONS } from '#app/api/operations/all-operations.ts';
import { launchBrowser, openPage } from '#tests/support/browser.ts';
import { startTestWeb, type TestWeb } from '../web-server';

let web: TestWeb;
let browser: Browser;
beforeAll(async () => {
  web = await startTestWeb();
  browser = await launchBrowser(web.dataDir);
});
afterAll(async () => {
  await browser?.close();
  await web.stop();
});

it('shows every operation, without a network and under the content policy', async () => {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const { page, complaints } = await openPage(context);
  const asked = new Set<string>();
  page.on('request', (request) => asked.add(new URL(request.url()).origin));
  const site = `http://127.0.0.1:${web.port}`;
  await page.goto(`${site}/api/docs`);
  for (const { summary } of Object.values(OPERATIONS)) {
    await page.getByText(summary, { exact: true }).first().waitFor({ state: 'attached' });
  }
  expect([...asked]).toEqual([site]);
  expect(complaints).toEqual([]);
  await context.close();
});

it('tells of the operations where there are no scripts', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const { page } = await openPage(context);
  await page.goto(`http://127.0.0.1:${web.port}/api/docs`);
  expect(await page.getByText('POST /api/v1/videos', { exact: true }).count()).toBe(1);
  await context.close();
});
