// Before the first paint, so that nobody who chose dark is shown light first; a file, because the policy allows no inline
// script. It says the same as applyLooks in src/design/looks.ts. A change takes a new name: see tests/structure/page.test.ts.
{
  let looks = null
  try {
    looks = JSON.parse(localStorage.getItem('guyub.looks'))
  } catch {
    // Nothing is stored here: it looks as usual.
  }
  const dark =
    looks?.theme === 'dark' ||
    (looks?.theme === 'device' && matchMedia('(prefers-color-scheme: dark)').matches)
  const { dataset } = document.documentElement
  dataset.theme = dark ? 'dark' : 'light'
  if (looks?.text) dataset.text = looks.text
}
