/** The one place a capability may pass through on purpose: the message in which a person hands it on. */
export const whatsAppShare = (text: string): string =>
  `https://wa.me/?text=${encodeURIComponent(text)}`
