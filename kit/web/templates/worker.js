// Offline after the first visit. One cache holds one version of the whole site, so that versions never mix: a page that
// is open keeps its own files, and a newer version waits until somebody asks for it.
// Before these lines stands what is generated: const kit = {name, prefix, folder, page, shell, rest}.

const here = new URL("./", location.href);
const page = new URL(kit.page, here);
const pages = [page.pathname, new URL("index.html", page).pathname].slice(0, page.pathname.endsWith("/") ? 2 : 1);
const file = (name) => new URL(`${kit.folder}/${name}`, here).href;

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(takeOver()));
addEventListener("message", (event) => event.waitUntil(heed(event)));
addEventListener("fetch", (event) => {
  const answer = event.request.method === "GET" ? asked(event.request) : null;
  if (answer) event.respondWith(answer);
});

async function install() {
  const cache = await caches.open(kit.name);
  // What the browser has kept by itself may be older than this version.
  const fresh = (address) => new Request(address, { cache: "reload" });
  await cache.addAll(kit.shell.map(file).map(fresh));
  await cache.put(page.href, await plain(await fetch(fresh(page.href))));
}

// A host may send the page from another address (without its ending, say); no browser takes that for a navigation.
async function plain(answer) {
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.redirected ? new Response(await answer.blob(), { headers: answer.headers }) : answer;
}

async function takeOver() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(kit.prefix) && name !== kit.name);
  await Promise.all(old.map((name) => caches.delete(name)));
  await clients.claim();
}

// "keep": the page is at rest, so the other files can come. "take over": somebody wants the newer version.
async function heed(event) {
  if (event.data === "take over") await skipWaiting();
  if (event.data === "keep" && (await fill())) event.source?.postMessage("ready");
}

async function fill() {
  const cache = await caches.open(kit.name);
  for (const address of kit.rest.map(file)) {
    if (await cache.match(address)) continue;
    try {
      await cache.add(address);
    } catch {
      return false;
    }
  }
  return true;
}

// Only the page itself and its own folder: other pages of the same host are none of ours.
function asked(request) {
  const address = new URL(request.url);
  if (request.mode === "navigate") return pages.includes(address.pathname) ? kept(page.href, request) : null;
  return address.href.startsWith(file("")) ? kept(address.href, request) : null;
}

async function kept(address, request) {
  const cache = await caches.open(kit.name);
  const found = await cache.match(address);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok && request.mode !== "navigate") await cache.put(address, answer.clone());
  return answer;
}
