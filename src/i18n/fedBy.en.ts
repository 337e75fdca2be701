import type { FedByMessages } from './fedBy.id.ts'

export const fedByEn: FedByMessages = {
  strengths: {
    'value-propositions': 'What buyers praise is a strength.',
    'key-resources': 'Recipes, tools and skills few have.',
    'key-activities': 'Work done better or faster.',
    'customer-relationships': 'Loyal regulars.',
  },
  weaknesses: {
    'key-resources': 'Tools, hands or skills that fall short.',
    'key-activities': 'Work that often stalls.',
    'cost-structure': 'Leaking or unrecorded costs.',
    channels: 'Reach that is still narrow.',
  },
  opportunities: {
    'customer-segments': 'New buyers coming into view.',
    channels: 'New places or ways to sell.',
    'key-partners': 'People ready to team up.',
    'value-propositions': 'New tastes that suit the offer.',
  },
  threats: {
    'key-partners': 'Depending on one supplier or one shop.',
    'customer-segments': 'Buyers who can leave.',
    'cost-structure': 'Materials with swinging prices.',
    'revenue-streams': 'Income from a single source.',
  },
}
