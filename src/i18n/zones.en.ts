import type { ZoneMessages } from './zones.id.ts'

export const zonesEn: ZoneMessages = {
  'customer-segments': {
    name: 'Customer Segments',
    nickname: 'Our buyers',
    short: 'Buyers',
    plain: 'Who buys or uses what you sell.',
    questions: [
      'Who bought from you this week?',
      'Who comes back most often?',
      'Who has not bought yet but might need it?',
    ],
    examples: {
      food: [
        'Neighbours looking for breakfast',
        'Meeting and prayer-group organisers',
        'Coffee stalls that need snacks',
      ],
      service: [
        'Men and workers near the stall',
        'Pupils before term starts',
        'Elderly who want home visits',
      ],
      'craft-retail': [
        'Young mothers who like unusual bags',
        'Gift shops',
        'Seminar organisers looking for souvenirs',
      ],
    },
  },
  'value-propositions': {
    name: 'Value Propositions',
    nickname: 'What makes us worth choosing',
    short: 'Value',
    plain: "Why people pick yours and not someone else's.",
    questions: [
      'When buyers praise you, what do they praise?',
      "What trouble do you take off the buyer's hands?",
      'How are you different from the seller next door?',
    ],
    examples: {
      food: ['Fresh cakes at dawn every day', 'Not too sweet', 'Mixed boxes allowed'],
      service: [
        'Neat, done in 20 minutes',
        'Clean tools, fresh towel each time',
        'Home visits possible',
      ],
      'craft-retail': [
        'Patterns you do not see everywhere',
        'Strong enough for shopping',
        'Choose colours and name',
      ],
    },
  },
  channels: {
    name: 'Channels',
    nickname: 'The way to buyers',
    short: 'Routes',
    plain: 'How buyers hear of it, order it and receive it.',
    questions: [
      'Where did buyers first hear about you?',
      'How do they usually order and pay?',
      'Where else are those buyers often found?',
    ],
    examples: {
      food: [
        'On consignment at coffee stalls',
        'Orders by WhatsApp',
        'Small table in front of the house',
      ],
      service: ['Roadside stall', 'Pin on Google Maps', 'Appointments by WhatsApp'],
      'craft-retail': [
        'Fairs and bazaars',
        'Product photos on Instagram',
        'On consignment at gift shops',
      ],
    },
  },
  'customer-relationships': {
    name: 'Customer Relationships',
    nickname: 'Keeping customers',
    short: 'Regulars',
    plain: 'How you keep buyers happy and coming back.',
    questions: [
      'How do you greet returning buyers?',
      'When someone is unhappy, what do you do?',
      'What makes them tell their friends?',
    ],
    examples: {
      food: [
        "Knows regulars' favourites",
        'Order 20, get one free',
        "Yesterday's cakes are not sold",
      ],
      service: ["Remembers each customer's cut", 'Five cuts, one free', 'Not neat? Come back free'],
      'craft-retail': [
        'Sends photos of the order in progress',
        'Loose stitches repaired',
        'Thank-you card',
      ],
    },
  },
  'revenue-streams': {
    name: 'Revenue Streams',
    nickname: 'Money in',
    short: 'Money in',
    plain: 'Where money comes in and what buyers pay for.',
    questions: [
      'Which item brings in the most money?',
      'How do you set the price?',
      'Is there anything else buyers would pay for?',
    ],
    examples: {
      food: ['Cakes by the piece', 'Boxes for events', 'Consignment money every evening'],
      service: ['Haircut fee', 'Beard shave and head massage', 'Home-visit fee'],
      'craft-retail': ['Single bags', 'Souvenirs in bulk', 'One-day weaving class'],
    },
  },
  'key-activities': {
    name: 'Key Activities',
    nickname: 'Our daily work',
    short: 'Work',
    plain: 'The work that must be done so the business runs.',
    questions: [
      'From opening to closing, what do you do?',
      'Which task stops sales if skipped?',
      'Which task could be made faster?',
    ],
    examples: {
      food: [
        'Up at two to steam cakes',
        'Wrap and deliver to stalls',
        'Note stock left and returned',
      ],
      service: ['Cut hair', 'Clean tools and floor', 'Manage the queue'],
      'craft-retail': ['Choose and cut weaving strands', 'Weave and sew', 'Photograph and post'],
    },
  },
  'key-resources': {
    name: 'Key Resources',
    nickname: 'What we work with',
    short: 'Tools',
    plain: 'Things, people and skills needed for it to run.',
    questions: [
      'Which tool, if broken, stops sales?',
      'Who helps you?',
      'Which skill do others not have?',
    ],
    examples: {
      food: ['Steamer and moulds', "Mother's recipe", 'Child who helps deliver'],
      service: ['Clippers and chair', 'Skill with new styles', 'Stall that is easy to see'],
      'craft-retail': ['Skilled hands', 'Stock of strands', 'Phone for photos and selling'],
    },
  },
  'key-partners': {
    name: 'Key Partners',
    nickname: 'Business friends',
    short: 'Partners',
    plain: 'People or places that help, such as suppliers and shops that stock you.',
    questions: [
      'Who do you get materials from?',
      'Who helps you sell?',
      'Who in this group could you team up with?',
    ],
    examples: {
      food: ['Baking supplies shop', 'Stalls that stock us', "Women's group that orders"],
      service: ['Barber supply shop', 'School near the stall', 'Fellow barber when busy'],
      'craft-retail': ['Strand supplier', 'Neighbours who weave', 'Craft cooperative'],
    },
  },
  'cost-structure': {
    name: 'Cost Structure',
    nickname: 'Money out',
    short: 'Money out',
    plain: 'All the money that goes out to run the business.',
    questions: [
      'What did you spend on this week?',
      'Which cost is largest?',
      'Which cost is often forgotten, such as your own labour?',
    ],
    examples: {
      food: ['Flour, coconut milk, sugar', 'LPG and banana leaves', 'Unsold cakes'],
      service: ['Stall rent', 'Electricity, blades, powder', 'Clipper servicing'],
      'craft-retail': ['Strands and lining', 'Pay per bag', 'Shipping and bazaar table'],
    },
  },
  strengths: {
    name: 'Strengths',
    nickname: 'What we are good at',
    short: 'What we are good at',
    plain: 'Good things inside the business that others may not have.',
    questions: [
      'What are you proud of in this business?',
      'What can we do better than others?',
      'Which things, skills or contacts do you already have?',
    ],
    examples: {
      food: ['Regulars know the taste', 'Always fresh', 'Can make ten kinds'],
      service: ['Neat and quick cuts', 'Stall on a busy road', 'Customers enjoy the chat'],
      'craft-retail': ['Own patterns', 'Strong weave', 'Names on order'],
    },
  },
  weaknesses: {
    name: 'Weaknesses',
    nickname: 'What to fix',
    short: 'What to fix',
    plain: 'Things inside the business that fall short and can be fixed.',
    questions: [
      'Which part is most often a hassle?',
      'What have buyers complained about?',
      'What do you want to learn but have not yet?',
    ],
    examples: {
      food: ['Lasts only a day', 'Money not recorded daily', 'Plain plastic wrap'],
      service: ['Only one chair', 'Closed when ill', 'No QRIS payment yet'],
      'craft-retail': ['One bag takes long', 'Photos too dark', 'Price leaves out own labour'],
    },
  },
  opportunities: {
    name: 'Opportunities',
    nickname: 'Chances outside',
    short: 'Chances outside',
    plain: 'Things outside that can help the business grow.',
    questions: [
      'What are people around here looking for?',
      'Which event, place or program could you join?',
      'Who could help if asked?',
    ],
    examples: {
      food: ['Many neighbourhood and office events', 'New coffee stalls', 'Monthly bazaars'],
      service: ['New housing nearby', 'Youth want new styles', 'Home visits wanted'],
      'craft-retail': [
        'People cut plastic bags',
        'Tourists want local goods',
        'Offices order souvenirs',
      ],
    },
  },
  threats: {
    name: 'Threats',
    nickname: 'What worries us',
    short: 'What worries us',
    plain: 'Things outside that could hurt the business.',
    questions: [
      'What worries you most these months?',
      'If material prices rise, what happens?',
      'Who is the new competitor and what is their edge?',
    ],
    examples: {
      food: ['Sugar and LPG prices up', 'More cake sellers', 'Rain keeps buyers away'],
      service: ['New air-conditioned barber', 'Rent may rise', 'People cut their own hair'],
      'craft-retail': ['Factory bags are cheaper', 'Patterns easily copied', 'Materials run out'],
    },
  },
  'tows-so': {
    name: 'SO strategy (Strengths-Opportunities)',
    nickname: 'Go for it',
    short: 'Go for it',
    plain: 'Use what you are good at to take the chance.',
    questions: [
      'Which strength fits this opportunity?',
      'What small step can start this week?',
      'How will we know it worked?',
    ],
    examples: {
      food: ['Offer boxes to offices and neighbourhoods', 'Stock 5 kinds at new stalls'],
      service: ['Give cards at the new housing', 'Display photos of new styles'],
      'craft-retail': ['Offer named bags to offices', 'Sell own patterns at tourist spots'],
    },
  },
  'tows-wo': {
    name: 'WO strategy (Weaknesses-Opportunities)',
    nickname: 'Fix it first',
    short: 'Fix it first',
    plain: 'Fix what falls short so the chance is not missed.',
    questions: [
      'Which weakness blocks this opportunity?',
      'Who could teach or help?',
      'What should be fixed first?',
    ],
    examples: {
      food: ['Labelled boxes fit for the bazaar', 'Record orders before taking big events'],
      service: ['Get QRIS for young customers', 'Ask a friend to run a second chair'],
      'craft-retail': ['Learn to take photos by the window', 'Train two neighbours to weave'],
    },
  },
  'tows-st': {
    name: 'ST strategy (Strengths-Threats)',
    nickname: 'Stand firm',
    short: 'Stand firm',
    plain: 'Use what you are good at to hold off the threat.',
    questions: [
      'Which strength keeps buyers with us?',
      'What do we keep even if rivals cut prices?',
      'What can be prepared before trouble comes?',
    ],
    examples: {
      food: ['Keep the recipe, do not join a price war', 'Take WhatsApp orders in the rain'],
      service: ['Stress quick and friendly', 'Loyalty card so they stay'],
      'craft-retail': ["Maker's label so it is hard to copy", 'Sell the story and the guarantee'],
    },
  },
  'tows-wt': {
    name: 'WT strategy (Weaknesses-Threats)',
    nickname: 'Play it safe',
    short: 'Play it safe',
    plain: 'Shrink what falls short and stay clear of the threat.',
    questions: [
      'What can be cut to avoid loss?',
      'Which risk should be avoided first?',
      'If things get worse, what is the backup plan?',
    ],
    examples: {
      food: ['Bake to order when quiet', 'Buy sugar together with friends'],
      service: ['Set aside rent every day', 'Look after the tools'],
      'craft-retail': ['Recount the price before taking orders', 'Keep a month of strands'],
    },
  },
  tray: {
    name: 'Idea tray',
    nickname: 'Idea tray',
    short: 'Ideas',
    plain: 'Notes that do not have a place yet.',
    questions: ['Any idea that has no place yet?'],
    examples: { food: [], service: [], 'craft-retail': [] },
  },
}
