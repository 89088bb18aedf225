/** How a situation is played: what is found in its files, and what a person does about it. */
interface Played {
  /** By file: each finding as its rule, its row and its field, as far as it has them; notes say that they are. */
  readonly found: Readonly<Record<string, readonly string[]>>
  /** The repairs, in order: the file, what stands there, and what is written in its place. */
  readonly repairs: readonly (readonly [file: string, before: string, after: string])[]
}

/** Every situation, by its folder. */
export const played: Readonly<Record<string, Played>> = {
  S0: {
    found: {
      'marches.csv': [
        'edge-whitespace 3 jour',
        'ambiguous-date 2 date_ouverture',
        'duplicate-row 5',
        'ambiguous-date 5 date_ouverture',
      ],
    },
    repairs: [
      [
        'marches.csv',
        'Marché de nuit;vendredi;2022-06-24;1.50;25\nMarché des Halles;samedi;04/05/2019;1.20;42\n',
        'Marché de nuit;vendredi;2022-06-24;1.50;25\n',
      ],
      ['marches.csv', '04/05/2019', '2019-05-04'],
      ['marches.csv', 'mercredi ;', 'mercredi;'],
    ],
  },
  S1: {
    found: {
      'deliberations.csv': [
        'sum-mismatch 3 VOTE_REEL',
        'unknown-act-matter 4 DELIB_MATIERE_NOM',
        'column-comparison 4 PREF_DATE',
        'scientific-notation 5 COLL_SIRET',
        'incohesive-columns 5 VOTE_REEL',
        'local-date 6 DELIB_DATE',
      ],
    },
    repairs: [
      ['deliberations.csv', '20;4;2;', '20;4;3;'],
      ['deliberations.csv', 'Urbanisme / documents', 'Urbanisme/documents'],
      ['deliberations.csv', '2024-10-11', '2024-10-18'],
      ['deliberations.csv', '2,1E+13', '21000000600010'],
      ['deliberations.csv', '29;;;;;', '29;27;27;0;0;'],
      ['deliberations.csv', '15/10/2024', '2024-10-15'],
    ],
  },
  S2: {
    found: {
      'frequentation_mediatheque.csv': [
        'thousands-separator 2 entrees',
        'thousands-separator 3 entrees',
        'thousands-separator 4 entrees',
        'thousands-separator 5 entrees',
        'thousands-separator 6 entrees',
        'thousands-separator 7 entrees',
        'decimal-comma 7 taux_inscrits',
        'thousands-separator 8 entrees',
        'thousands-separator 9 entrees',
        'thousands-separator 10 entrees',
        'total-row 11',
        'series-gap 1 mois (information)',
        'percent-scale 7 taux_inscrits',
      ],
    },
    repairs: [
      ['frequentation_mediatheque.csv', 'Total;36715;53730;\n', ''],
      ['frequentation_mediatheque.csv', '3 850', '3850'],
      ['frequentation_mediatheque.csv', '4 020', '4020'],
      ['frequentation_mediatheque.csv', '4 110', '4110'],
      ['frequentation_mediatheque.csv', '3 640', '3640'],
      ['frequentation_mediatheque.csv', '4 210', '4210'],
      ['frequentation_mediatheque.csv', '3 980', '3980'],
      ['frequentation_mediatheque.csv', '4 305', '4305'],
      ['frequentation_mediatheque.csv', '4 410', '4410'],
      ['frequentation_mediatheque.csv', '4 190', '4190'],
      ['frequentation_mediatheque.csv', '31,5', '0.315'],
      ['frequentation_mediatheque.csv', '2024-04;', '2024-03;4100;6050;0.31\n2024-04;'],
    ],
  },
  S3: {
    found: {
      'aires_de_jeux.csv': [
        'swapped-coordinates 2 lat',
        'personal-phone 2 tel_agent',
        'personal-phone 3 tel_agent',
        'personal-phone 4 tel_agent',
        'personal-phone 5 tel_agent',
        'personal-phone 6 tel_agent',
        'personal-phone 7 tel_agent',
        'person-name 1 agent',
      ],
      'datapackage.json': [
        'missing-licence',
        'missing-personal-data-statement',
        'missing-spatial-coverage',
        'missing-temporal-coverage',
        'vague-title',
        'short-description',
      ],
    },
    repairs: [
      ['aires_de_jeux.csv', '-1.6801;48.1102', '48.1102;-1.6801'],
      ['aires_de_jeux.csv', ';agent;tel_agent;remarque', ''],
      ['aires_de_jeux.csv', ';M. Lebrun;06 39 98 00 01;plainte de Mme Martin au 12 rue Haute', ''],
      ['aires_de_jeux.csv', ';M. Lebrun;06 39 98 00 01;', ''],
      ['aires_de_jeux.csv', ';M. Lebrun;06 39 98 00 01;', ''],
      ['aires_de_jeux.csv', ';M. Lebrun;06 39 98 00 01;', ''],
      ['aires_de_jeux.csv', ';M. Lebrun;06 39 98 00 01;', ''],
      ['aires_de_jeux.csv', ';M. Lebrun;06 39 98 00 01;', ''],
      ['datapackage.json', '"title": "liste"', '"title": "Aires de jeux de Démo-sur-Loire en 2024"'],
      [
        'datapackage.json',
        '"description": "aires de jeux"',
        '"description": "Aires de jeux de la commune avec leur position et leur année d’installation, relevées sur place en avril 2024.",\n  "licenses": [{ "name": "etalab-2.0", "title": "Licence Ouverte 2.0" }]',
      ],
      [
        'datapackage.json',
        '"updateFrequency"',
        '"personalData": "none",\n    "temporalCoverage": { "start": "2008-01-01", "end": "2024-04-15" },\n    "spatialCoverage": { "code": "35238", "name": "Démo-sur-Loire" },\n    "updateFrequency"',
      ],
    ],
  },
  S4: {
    found: {
      'candidatures.csv': [
        'postal-code-as-commune 3 code_insee',
        'malformed-siret 4 porteur_siret',
        'lost-leading-zero 4 code_insee',
      ],
    },
    repairs: [
      ['candidatures.csv', '35000;Rennes', '35238;Rennes'],
      ['candidatures.csv', '1004;', '01004;'],
      ['candidatures.csv', ';210000006;', ';21000000600010;'],
    ],
  },
  S5: {
    found: {
      'menus.csv': [
        'enum 3 repas',
        'enum 3 type_plat',
        'mojibake 3 plat',
        'local-date 4 date',
        'edge-whitespace 4 plat',
        'foreign-key 3 code_plat',
      ],
      'datapackage.json': ['missing-expiry-date (information)'],
    },
    repairs: [
      ['menus.csv', 'dejeuner', 'déjeuner'],
      ['menus.csv', ';plat;PurÃ©e', ';plat principal;Purée'],
      ['menus.csv', '20/05/2025', '2025-05-20'],
      ['menus.csv', 'Compote ;', 'Compote;'],
      ['plats.csv', 'P009;', 'P014;Purée de lentilles;\nP009;'],
      ['datapackage.json', '"updateFrequency"', '"expiryDate": "2025-06-06",\n    "updateFrequency"'],
    ],
  },
  S6: {
    found: {
      'delais_urbanisme.csv': [
        'inverted-interval 6 date_fin',
        'sentinel-value 7 delai_jours',
        'mean-median-gap 1 delai_jours (information)',
      ],
    },
    repairs: [
      ['delais_urbanisme.csv', '2024-01-29;-3', '2024-02-29;28'],
      ['delais_urbanisme.csv', ';9999', ';'],
    ],
  },
  S7: {
    found: {
      'projet_ecole.csv': [
        'thousands-separator 2 montant_ht',
        'unit-in-cell 3 montant_ht',
        'sum-mismatch 5 montant_ttc',
        'percent-total 1 part_pct (information)',
      ],
    },
    repairs: [
      ['projet_ecole.csv', '1 000 000', '1000000'],
      ['projet_ecole.csv', '350 k€', '350000'],
      ['projet_ecole.csv', '390000;18', '360000;15'],
    ],
  },
  S8: {
    found: {
      'resultats.csv': [
        'column-comparison 3 inscrits',
        'sum-mismatch 4 votants',
        'lost-leading-zero 4 bureau',
        'duplicate-row 5',
      ],
    },
    repairs: [
      ['resultats.csv', '0002;1103', '0002;1203'],
      ['resultats.csv', '35238;3;', '35238;0003;'],
      ['resultats.csv', ';634;', ';624;'],
      ['resultats.csv', '300;324\n35238;0001;1250;812;17;9;786;412;374\n', '300;324\n'],
    ],
  },
  S9: {
    found: {
      'export_periscolaire.csv': [
        'birth-date 2 date_naissance',
        'social-security-number 2 nir_parent',
        'personal-email 2 mail_parent',
        'bank-account 2 iban',
        'birth-date 3 date_naissance',
        'birth-date 4 date_naissance',
        'social-security-number 4 nir_parent',
        'birth-date 5 date_naissance',
        'birth-date 6 date_naissance',
        'person-name 1 nom',
        'person-name 1 prenom',
        'low-k-anonymity 1 date_naissance',
      ],
    },
    repairs: [
      [
        'export_periscolaire.csv',
        'nom;prenom;date_naissance;nir_parent;mail_parent;iban;regime;quartier;commentaire',
        'annee_naissance',
      ],
      [
        'export_periscolaire.csv',
        'Valdor;Zoé;2016-03-02;299019912611144;zoe.valdor@courriel.example;FR1420041010050500013M02606;sans porc;Centre;mère difficile',
        '2016',
      ],
      [
        'export_periscolaire.csv',
        'Brimel;Noé;2016-11-19;;accueil@demo-sur-loire.example;;PAI arachide;Moulin;',
        '2016',
      ],
      ['export_periscolaire.csv', 'Tarvin;Lila;2016-06-27;198079912604217;;;;Centre;paie en retard', '2016'],
      ['export_periscolaire.csv', 'Coulvan;Ilan;2016-01-14;;;;;Centre;', '2016'],
      ['export_periscolaire.csv', 'Messart;Ava;2016-09-05;;;;sans gluten;Centre;', '2016'],
    ],
  },
  S10: {
    found: {
      'equipements.csv': [
        'enum 3 EQUIP_THEME',
        'misspelt-label 1 EQUIP_NOM',
        'missing-label 1 (information)',
        'missing-label 1 (information)',
        'missing-label 1 (information)',
        'missing-label 1 (information)',
        'missing-label 1 (information)',
        'missing-label 1 (information)',
        'missing-label 1 (information)',
        'missing-label 1 (information)',
        'primary-key 3 EQUIP_UID',
      ],
    },
    repairs: [
      ['equipements.csv', 'equip_nom', 'EQUIP_NOM'],
      [
        'equipements.csv',
        '-1.6801\nDémo-sur-Loire;21000000600010;35238-04010101-003;Equipement sportif;04010101-003;Gymnase;Complexe J. Moulin;12;rue des Sports;35000;Rennes;351000;6789000\n',
        '-1.6801\n',
      ],
    ],
  },
  S11: {
    found: {
      'signalements.csv': [
        'edge-whitespace 5 quartier',
        'ambiguous-date 2 date',
        'ambiguous-date 3 date',
        'category-variant 3 quartier',
        'category-variant 3 statut',
        'ambiguous-date 4 date',
        'ambiguous-date 5 date',
      ],
    },
    repairs: [
      ['signalements.csv', '03/04/2024', '2024-04-03'],
      ['signalements.csv', '05/04/2024', '2024-04-05'],
      ['signalements.csv', '06/05/2024', '2024-05-06'],
      ['signalements.csv', '07/05/2024', '2024-05-07'],
      ['signalements.csv', ';centre;', ';Centre;'],
      ['signalements.csv', 'Centre ;', 'Centre;'],
      ['signalements.csv', 'repare', 'Réparé'],
    ],
  },
  S12: {
    found: {
      'nappe.csv': ['sentinel-value 21 pluie_mm', 'series-gap 1 date (information)', 'magnitude-slip 23 profondeur_m'],
    },
    repairs: [
      ['nappe.csv', ';-99;', ';;'],
      ['nappe.csv', '705;', '7.05;'],
      ['nappe.csv', '2023-10-01', '2023-09-01;;;sonde A\n2023-10-01'],
    ],
  },
  S13: {
    found: {
      'subventions.csv': [
        'malformed-rna 3 rnaBeneficiaire',
        'enum 3 nature',
        'one-of-required 4 idBeneficiaire',
        'inverted-interval 4 datesPeriodeVersement',
        'mean-median-gap 1 montant (information)',
        'percent-scale 3 pourcentageSubvention',
        'duplicate-row 5',
      ],
    },
    repairs: [
      ['subventions.csv', 'w000000002', 'W000000002'],
      ['subventions.csv', '1500;numéraire', '1500;aide en numéraire'],
      ['subventions.csv', ';45;', ';0.45;'],
      ['subventions.csv', 'Comité des fêtes;;;', 'Comité des fêtes;;W000000009;'],
      ['subventions.csv', '2024-12-31/2024-06-01', '2024-06-01/2024-12-31'],
      [
        'subventions.csv',
        '0.8;\nDémo-sur-Loire;21000000600010;2024-05-02;2024-031;Club de boules;;W000000001;Fonctionnement;800;aide en numéraire;unique;2024-06-01;;non;0.45;\n',
        '0.8;\n',
      ],
    ],
  },
  S14: {
    found: {
      'consommations.csv': [
        'thousands-separator 2 gaz_kwh',
        'unit-in-cell 4 gaz_kwh',
        'sentinel-value 5 surface_m2',
        'magnitude-slip 6 gaz_kwh',
      ],
    },
    repairs: [
      ['consommations.csv', '120 000', '120000'],
      ['consommations.csv', '95,5 MWh', '95500'],
      ['consommations.csv', 'Mairie;0;', 'Mairie;800;'],
      ['consommations.csv', '90000000', '90000'],
    ],
  },
  S15: {
    found: {
      'contributions.csv': [
        'personal-phone 4 texte',
        'formula-injection 5 texte',
        'low-k-anonymity 1 quartier',
        'category-variant 4 quartier',
      ],
    },
    repairs: [
      [
        'contributions.csv',
        '"=HYPERLINK(""http://demo.example"";""voir"")"',
        '"\'=HYPERLINK(""http://demo.example"";""voir"")"',
      ],
      ['contributions.csv', ';centre;', ';Centre;'],
      ['contributions.csv', '"Appelez-moi, Mme Roux, 06 39 98 00 02"', 'Appelez-moi'],
      ['contributions.csv', ';age;', ';'],
      ['contributions.csv', ';34;', ';'],
      ['contributions.csv', ';34;', ';'],
      ['contributions.csv', ';71;', ';'],
      ['contributions.csv', ';52;', ';'],
    ],
  },
}
