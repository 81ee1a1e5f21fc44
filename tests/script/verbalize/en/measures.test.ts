import { examples } from './examples.js';

examples('Sizes and units', {
  SI: {
    '12kg': 'twelve kilograms',
    '850 nm': 'eight hundred fifty nanometers',
    '65000 km²': 'sixty-five thousand square kilometers',
    '10 m/s²': 'ten meters per second squared',
    '350 W/m²': 'three hundred fifty watts per square meter',
    '50 mg/L': 'fifty milligrams per liter',
    '70 kWh': 'seventy kilowatt hours',
    '5 µg/m³': 'five micrograms per cubic meter',
    '28 kgf/cm²': 'twenty-eight kilograms force per square centimeter',
  },
  imperial: {
    '820 ft': 'eight hundred twenty feet',
    '0.19 sq mi': 'zero point one nine square miles',
    '25 lbs.': 'twenty-five pounds.',
    '65 mph': 'sixty-five miles per hour',
    '12 oz. coffee': 'twelve ounces coffee',
    '6\'2"': 'six feet two',
    '6 ft 2 in': 'six feet two inches',
  },
  computing: {
    '16 GB': 'sixteen gigabytes',
    '800 gb': 'eight hundred gigabytes',
    '3 mbps': 'three megabits per second',
    '3.5 GHz': 'three point five gigahertz',
    '30 fps': 'thirty frames per second',
    '8 GB/s': 'eight gigabytes per second',
    '19.5 TFLOPS': 'nineteen point five teraflops',
    '10 ms': 'ten milliseconds',
  },
  precisions: {
    '4-bit': 'four bit',
    'a 64-bit CPU': 'a sixty-four bit C P U',
    'int4 weights': 'int four weights',
    FP16: 'F P sixteen',
    bf16: 'B F sixteen',
  },
  temperatures: {
    '1°C': 'one degree Celsius',
    '3.6 °F': 'three point six degrees Fahrenheit',
    '-40°F': 'minus forty degrees Fahrenheit',
    '30 deg.C. outside': 'thirty degrees Celsius outside',
    '300 K': 'three hundred kelvins',
  },
  rates: {
    '12/kg': 'twelve per kilogram',
    '40 tokens/s': 'forty tokens per second',
    '7 L/100 km': 'seven liters per one hundred kilometers',
  },
  points: {
    '25 bps': 'twenty-five basis points',
    '5 pp': 'five percentage points',
    '8.55 %': 'eight point five five percent',
    '100%': 'one hundred percent',
  },
  sizes: {
    '8x8': 'eight by eight',
    '1920×1080': 'one thousand nine hundred twenty by one thousand eighty',
    '4x256x256': 'four by two hundred fifty-six by two hundred fifty-six',
    '224x224 images': 'two hundred twenty-four by two hundred twenty-four images',
  },
  'before a noun': {
    'the 100m final': 'the one hundred meter final',
    '12V battery': 'twelve volt battery',
    '5km away': 'five kilometers away',
    '200m north': 'two hundred meters north',
    'a 5 km run': 'a five kilometer run',
    'a 10-km run': 'a ten kilometer run',
    'a 30-centimeter ruler': 'a thirty centimeter ruler',
  },
  'no units': {
    '5 in 10': 'five in ten',
    '3 A students': 'three A students',
  },
  coordinates: {
    '37.77° N, 122.42° W':
      'thirty-seven point seven seven degrees north, one hundred twenty-two point four two degrees west',
    '12° 30′ 15″': 'twelve degrees thirty minutes fifteen seconds',
  },
});
