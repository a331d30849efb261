// Builds what browsers load: torg.css, a theme for each tenant, icons, torg.js and what only some pages load, named by their content.
// Run by Maven; does nothing when no source is newer than the last build. Needs the npm registry on the first run only.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const home = import.meta.dirname;
const out = join(home, '../target/classes/static/assets');
const stamp = join(home, '../target/frontend.sha256');
const hash = (...parts) => parts.reduce((all, part) => all.update(part), createHash('sha256')).digest('hex');
const files = dir => readdirSync(dir, { recursive: true, withFileTypes: true }).filter(file => file.isFile())
  .map(file => join(file.parentPath, file.name)).sort();

function install() {
  const wanted = hash(readFileSync(join(home, 'package-lock.json')));
  const installed = join(home, 'node_modules/.torg-lock');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === wanted) return;
  console.log('frontend: npm ci');
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: home, stdio: 'inherit' });
  writeFileSync(installed, wanted);
}

async function build() {
  const { build } = await import('esbuild');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const themes = readdirSync(join(home, 'src/theme')).map(name => join(home, 'src/theme', name));
  const { outputFiles, metafile } = await build({
    entryPoints: [join(home, 'src/main.css'), join(home, 'src/torg.ts'), join(home, 'src/insight.ts'), ...themes],
    bundle: true, minify: true, write: false, metafile: true, format: 'esm', target: 'es2022', supported: { nesting: true },
    loader: { '.woff2': 'file' }, entryNames: '[name]', assetNames: '[name]-[hash]', outdir: out, logLevel: 'warning',
  });
  const manifest = {};
  for (const file of outputFiles) {
    const name = basename(file.path);
    const asked = { 'main.css': 'torg.css' }[name] ?? (metafile.outputs[Object.keys(metafile.outputs)
      .find(path => path.endsWith('/' + name))]?.entryPoint?.includes('theme/') ? 'theme/' + name : name);
    manifest[asked] = extname(name) === '.woff2' ? keep(name, file.contents) : keep(hashed(asked, file.contents), file.contents);
  }
  const icons = readFileSync(join(home, 'src/icons.svg'));
  manifest['icons.svg'] = keep(hashed('icons.svg', icons), icons);
  writeFileSync(join(out, 'manifest.json'), JSON.stringify(manifest, null, 1));
}

const hashed = (name, bytes) => name.replace('/', '-').replace(/(\.\w+)$/, `-${hash(bytes).slice(0, 10)}$1`);

function keep(name, bytes) {
  writeFileSync(join(out, name), bytes);
  if (extname(name) !== '.woff2') {
    writeFileSync(join(out, name + '.gz'), gzipSync(bytes, { level: 9 }));
    writeFileSync(join(out, name + '.br'), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  }
  return name;
}

install();
const sources = hash(...['build.mjs', 'package-lock.json'].map(name => readFileSync(join(home, name))),
  ...files(join(home, 'src')).flatMap(file => [file.slice(home.length), readFileSync(file)]));
if (!existsSync(join(out, 'manifest.json')) || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== sources) {
  await build();
  writeFileSync(stamp, sources);
}
