// Imported before anything else, so it must parse on any Node that knows ES modules.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Node di komputer ini versi ${process.versions.node}; Guyub memerlukan Node 20.19 atau lebih baru.\n` +
      `Pasang dari https://nodejs.org (pilih LTS), lalu ulangi perintah yang sama.\n\n` +
      `This machine has Node ${process.versions.node}; Guyub needs Node 20.19 or newer.\n` +
      `Install it from https://nodejs.org (choose LTS), then run the same command again.`,
  )
  process.exit(1)
}
