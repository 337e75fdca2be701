export function PhoneBoard(_: object) {
  return null
}
