import { basename } from 'node:path'
import { runCaptured } from './child.mjs'
import { say, ticking } from './say.mjs'

/** @typedef {{ id: string, en: string }} Words */

/**
 * What npm's output tells about a failed install, most specific first.
 *
 * @type {readonly { sign: RegExp, words: Words }[]}
 */
const causes = [
  {
    sign: /ENOSPC/,
    words: {
      id: 'Ruang disk habis. Kosongkan kira-kira 1 GB, lalu ulangi perintah yang sama.',
      en: 'The disk is full. Free about 1 GB, then run the same command again.',
    },
  },
  {
    sign: /\bE407\b|Proxy Authentication|tunneling socket|ERR_INVALID_PROXY/i,
    words: {
      id: 'Jaringan ini memakai proxy yang menolak. Atur dengan `npm config set https-proxy http://nama:sandi@alamat:port`, atau pakai jaringan lain, lalu ulangi.',
      en: 'The proxy of this network refused. Set it with `npm config set https-proxy http://user:password@host:port`, or use another network, then run again.',
    },
  },
  {
    sign: /CERT_|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|certificate/i,
    words: {
      id: 'Sambungan aman ke gudang paket dicegat oleh jaringan ini (sertifikat tidak dikenal). Pakai jaringan lain, atau arahkan NODE_EXTRA_CA_CERTS ke sertifikat kantor, lalu ulangi. Periksa juga jam komputer.',
      en: "This network intercepts the secure connection to the package registry (unknown certificate). Use another network, or point NODE_EXTRA_CA_CERTS at your organisation's certificate, then run again. Check the computer's clock too.",
    },
  },
  {
    sign: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|EIDLETIMEOUT|ECONNECTIONTIMEOUT|ERR_SOCKET|ENOTCACHED|socket hang up|network/i,
    words: {
      id: 'Internet belum tersambung, atau terputus di tengah jalan. Sambungkan (hotspot HP juga bisa; di balik proxy, atur HTTPS_PROXY), lalu ulangi perintah yang sama. Yang sudah terunduh tidak diunduh lagi.',
      en: 'The internet is not reachable, or broke off half way. Connect (a phone hotspot will do; behind a proxy set HTTPS_PROXY), then run the same command again. What has arrived is not downloaded twice.',
    },
  },
  {
    sign: /EINTEGRITY|TAR_|zlib|Z_DATA_ERROR/,
    words: {
      id: 'Ada unduhan yang rusak. Jalankan `npm cache clean --force`, lalu ulangi perintah yang sama.',
      en: 'A download arrived damaged. Run `npm cache clean --force`, then the same command again.',
    },
  },
  {
    sign: /\bE40[134]\b|ETARGET/,
    words: {
      id: 'Gudang paket yang dipakai npm tidak memberi salah satu paket. Lihat `npm config get registry`; `npm config delete registry` mengembalikan yang biasa. Lalu ulangi.',
      en: "npm's registry does not hand out one of the packages. See `npm config get registry`; `npm config delete registry` brings back the usual one. Then run again.",
    },
  },
  {
    sign: /EUSAGE|can only install packages when/,
    words: {
      id: 'package.json dan package-lock.json tidak cocok. Jalankan `npm install`, atau ambil ulang kedua berkas itu dengan git.',
      en: 'package.json and package-lock.json disagree. Run `npm install`, or take both files from git again.',
    },
  },
  {
    sign: /EACCES|EPERM|EROFS|EBUSY|ENOTEMPTY/,
    words: {
      id: 'Folder node_modules belum bisa ditulisi. Tutup program yang memakainya, hapus folder node_modules, lalu ulangi (tanpa sudo, di folder milik Anda sendiri).',
      en: 'The folder node_modules cannot be written. Close what uses it, delete the folder node_modules, then run again (without sudo, in a folder of your own).',
    },
  },
  {
    sign: /spawn \S*npm\S* ENOENT|npm: not found|is not recognized/,
    words: {
      id: 'Perintah npm tidak ada. Pasang Node dari https://nodejs.org (npm ikut di dalamnya), lalu ulangi.',
      en: 'The command npm is missing. Install Node from https://nodejs.org (npm comes with it), then run again.',
    },
  },
]

/**
 * @param {string} output what a failed `npm ci` printed
 * @returns {Words}
 */
export function explainInstallFailure(output) {
  // Only npm's errors: a warning about one retried request is not the cause.
  const errors = output
    .split('\n')
    .filter((line) => /\berr(or|!)|^Error/i.test(line))
    .join('\n')
  const cause =
    causes.find(({ sign }) => sign.test(errors)) ?? causes.find(({ sign }) => sign.test(output))
  return (
    cause?.words ?? {
      id: 'Paket belum bisa dipasang. Ulangi perintah yang sama; bila tetap begitu, kirim tulisan di bawah ini kepada pengembang.',
      en: 'The packages could not be installed. Run the same command again; if it persists, send the text below to the developers.',
    }
  )
}

/**
 * How to start npm. Under `npm start` npm itself says where it lives; otherwise the one on PATH.
 * Its own Node is used: ours lies in the folder that npm is about to empty.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string | null} node run npm with this Node instead
 */
function npmCommand(env, node) {
  const script = env.npm_execpath ?? ''
  if (basename(script) !== 'npm-cli.js') {
    return { file: 'npm', args: [], shell: process.platform === 'win32' }
  }
  return { file: node ?? env.npm_node_execpath ?? process.execPath, args: [script], shell: false }
}

/** Said outright, because the caller's environment may hold `NODE_ENV=production` or `omit=dev`. */
const everything = [
  '--include=dev',
  '--include=optional',
  '--package-lock=true',
  '--engine-strict=false',
  '--global=false',
  '--dry-run=false',
  // No package of ours needs one, and a stranger's script is the worst guest.
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--no-progress',
  '--color=false',
  // One line per request: that is what the progress is counted from.
  '--loglevel=http',
]

/**
 * Runs `npm ci` and shows its progress.
 *
 * @param {string} root
 * @param {{ env: NodeJS.ProcessEnv, node?: string | null, started: (pid: number) => void }} options
 *   `node` runs npm with this Node
 */
export async function npmCi(root, { env, node = null, started }) {
  const { file, args, shell } = npmCommand(env, node)
  let arrived = 0
  let troubled = false
  const stopTicking = ticking(() => `${arrived} paket terunduh · packages downloaded`)
  /** @param {string} text */
  const heard = (text) => {
    arrived += text.match(/npm http (fetch|cache).*\.tgz/g)?.length ?? 0
    // npm tries again for more than a minute before it gives up.
    if (troubled || !/attempt \d+ failed with/.test(text)) return
    troubled = true
    say('\nInternet belum tersambung; dicoba lagi…', 'The internet is not reachable; trying again…')
  }
  try {
    return await runCaptured(
      file,
      [...args, 'ci', ...everything],
      { cwd: root, env, shell },
      { started, heard },
    )
  } finally {
    stopTicking()
  }
}

/** The lines of npm's output worth showing with a failure. @param {string} output */
export const npmErrors = (output) =>
  output
    .split('\n')
    .filter((line) => line.trim() && !/npm (http|warn|WARN|verbose|info)\b/.test(line))
    .slice(-15)
    .join('\n')

/** @param {boolean} again */
export const sayInstalling = (again) =>
  again
    ? say(
        'Memasang paket lagi, ada yang baru atau belum lengkap…',
        'Installing packages again, some are new or incomplete…',
      )
    : say(
        'Memasang paket, sekali saja; perlu internet, kira-kira 150 MB…',
        'Installing packages, only once; needs the internet, about 150 MB…',
      )
