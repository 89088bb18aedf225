import type { PublicTable } from './public-table'

/** Tables that hold personal data, with what must be found in them. All persons are made up. */
export const telling: readonly PublicTable[] = [
  {
    title: 'children registered for the canteen',
    csv: `
Nom enfant;Prénom enfant;Date de naissance;Classe;Allergie;Responsable légal;Téléphone;Courriel
VERNET;Chloé;2015-04-12;CE2;arachide;VERNET Luc;06 39 98 12 01;luc.vernet@orange.fr
GASQUET;Sami;2016-09-30;CE1;;GASQUET Inès;06 39 98 12 02;ines.gasquet@gmail.com
LORMEAU;Tom;2014-01-22;CM1;gluten;LORMEAU Éric;07 00 55 41 03;lormeau.eric@free.fr
BERTIN;Alma;2017-12-05;CP;;BERTIN Jade;06 39 98 12 04;jade.bertin@sfr.fr
HUGON;Nils;2015-08-17;CE2;lactose;HUGON Paul;06 39 98 12 05;p.hugon@gmail.com
`,
    found: [
      'person-name: Nom enfant',
      'person-name: Prénom enfant',
      'birth-date: Date de naissance',
      'sensitive-term: Allergie',
      'person-name: Responsable légal',
      'personal-phone: Téléphone',
      'personal-email: Courriel',
    ],
  },
  {
    title: 'concessions of the cemetery with who holds them',
    csv: `
numero;carre;concessionnaire;adresse_concessionnaire;defunt;date_naissance;date_inhumation;duree
C-112;A;Mme Josiane PERRIN;4 rue des Lilas, 99100 Valdor;PERRIN Marcel;1931-02-17;2019-05-06;30
C-113;A;M. André COLAS;17 rue du Moulin, 99100 Valdor;COLAS Renée;1940-10-01;2020-11-18;30
C-114;B;Mme Nora SAHEL;2 impasse du Puits, 99100 Valdor;SAHEL Idir;1952-07-28;2021-03-09;50
C-115;B;M. Guy LEFORT;30 avenue de la Gare, 99100 Valdor;LEFORT Anna;1928-12-12;2018-08-23;15
C-116;B;Mme Alice BLOT;9 rue Haute, 99100 Valdor;BLOT Henri;1935-05-30;2022-01-14;30
`,
    found: ['person-name: concessionnaire', 'home-address: adresse_concessionnaire'],
  },
  {
    title: 'permits of private persons',
    csv: `
numero_permis;nom_demandeur;adresse_demandeur;telephone;objet;date_depot
PC09900124B0001;DURIEUX Sophie;12 rue des Acacias, 99100 Valdor;06 39 98 20 11;Extension de la maison de Mme Durieux;2024-01-09
DP09900124B0002;MALLET Bruno;5 chemin Vert, 99100 Valdor;06 39 98 20 12;Abri de jardin;2024-01-15
DP09900124B0003;ROCHE Amina;21 rue du Stade, 99100 Valdor;06 39 98 20 13;Clôture;2024-02-02
PC09900124B0004;THIBAUD Yann;8 allée des Pins, 99100 Valdor;06 39 98 20 14;Piscine, à la demande de M. Thibaud;2024-02-20
DP09900124B0005;GIRAUD Claire;3 rue Basse, 99100 Valdor;06 39 98 20 15;Ravalement;2024-03-11
`,
    found: [
      'person-name: nom_demandeur',
      'home-address: adresse_demandeur',
      'personal-phone: telephone',
      'name-in-free-text: objet',
    ],
  },
  {
    title: 'sports clubs with the name and mobile of the president',
    csv: `
association;sport;president;mobile_president;email;licencies
Étoile de Valdor;Football;Marc Tissier;06 39 98 31 01;etoile.valdor@clubs.example;312
Judo Club Valdor;Judo;Leïla Amrane;06 39 98 31 02;leila.amrane@gmail.com;145
Les Pédales du Val;Cyclisme;Denis Roques;06 39 98 31 03;contact@pedales.example;58
Valdor Basket;Basket-ball;Fanny Gillet;06 39 98 31 04;fanny.gillet@orange.fr;203
Tennis Club;Tennis;Hugo Lambertin;06 39 98 31 05;tennisclub@clubs.example;176
`,
    found: ['personal-phone: mobile_president', 'personal-email: email'],
  },
  {
    title: 'the staff by name',
    csv: `
matricule;nom;prenom;service;grade;telephone;courriel
1042;AUBIN;Céline;Voirie;Technicien principal;01 99 00 13 01;celine.aubin@valdor.example
1043;BOREL;Jules;Finances;Rédacteur;01 99 00 13 02;jules.borel@valdor.example
1051;CHEVAL;Mina;Enfance;Puéricultrice;01 99 00 13 03;mina.cheval@valdor.example
1067;DENIS;Omar;Culture;Attaché;01 99 00 13 04;omar.denis@valdor.example
1088;ESTEVE;Lucie;Police municipale;Gardien-brigadier;01 99 00 13 05;lucie.esteve@valdor.example
`,
    found: ['person-name: nom', 'person-name: prenom', 'personal-email: courriel'],
  },
  {
    title: 'social aid, one row for each household',
    csv: `
dossier;age;sexe;profession;quartier;type_aide;montant;motif
D1;34;F;Aide-soignante;Centre;Énergie;180;Impayé après hospitalisation
D2;52;M;Maçon;Gare;Loyer;320;Handicap reconnu, perte d’emploi
D3;27;F;Étudiante;Nord;Alimentaire;90;Rupture familiale
D4;61;M;Sans emploi;Sud;Énergie;210;Maladie chronique
D5;45;F;Vendeuse;Coteaux;Loyer;275;Surendettement
D6;39;M;Cariste;Centre;Alimentaire;120;Séparation
`,
    found: ['low-k-anonymity: age', 'sensitive-term: motif'],
  },
  {
    title: 'the rolls of a school',
    csv: `
INE;NOM_ELEVE;PRENOM_ELEVE;NE_LE;CLASSE;REGIME;ADRESSE_PARENTS
080000001AA;BRUNET;Maëlle;03/02/2016;CE1;Demi-pensionnaire;14 rue des Tilleuls 99100 Valdor
080000002BB;FAURE;Ilyes;27/11/2015;CE2;Externe;6 place du Marché 99100 Valdor
080000003CC;PONS;Capucine;19/06/2014;CM1;Demi-pensionnaire;25 rue Haute 99100 Valdor
080000004DD;RIVES;Noam;30/08/2017;CP;Externe;2 rue du Lavoir 99100 Valdor
080000005EE;SERRA;Zélie;13/01/2015;CE2;Demi-pensionnaire;41 avenue de la Gare 99100 Valdor
`,
    found: [
      'person-name: NOM_ELEVE',
      'person-name: PRENOM_ELEVE',
      'birth-date: NE_LE',
      'home-address: ADRESSE_PARENTS',
    ],
  },
  {
    title: 'deliberations that name private persons',
    csv: `
DELIB_ID;DELIB_DATE;DELIB_OBJET;VOTE_POUR
2024-11;2024-09-16;Cession d’un terrain communal à M. et Mme Garcin, 3 rue du Lavoir;21
2024-12;2024-09-16;Convention avec l’association Les Amis du Val;23
2024-13;2024-09-16;Recours de Mme Élodie Vasseur, née le 3 mai 1982, contre un permis;20
2024-14;2024-11-04;Décision modificative n° 2 du budget;19
2024-15;2024-11-04;Dénomination de la place Simone Aubrac;23
`,
    found: ['name-in-free-text: DELIB_OBJET'],
  },
  {
    title: 'unemployed by quarter and sex, in small counts',
    csv: `
quartier;sexe;demandeurs_emploi;dont_handicapes
Centre;F;124;12
Centre;M;131;15
Gare;F;58;2
Gare;M;61;4
Coteaux;F;9;1
Coteaux;M;3;1
`,
    found: ['small-count: demandeurs_emploi', 'small-count: dont_handicapes'],
  },
  {
    title: 'grants paid to persons, with their accounts',
    csv: `
beneficiaire;iban;numero_fiscal;montant;objet
Mme Carole Vidal;FR7630006000011234567890189;;250;Prime vélo
M. Teddy Morin;FR7630006000011234567890189;;300;Prime vélo
Mme Aïcha Noui;FR7630006000011234567890189;;250;Bourse au permis
M. Loïc Guéguen;FR7630006000011234567890189;;500;Prime rénovation
Mme Rose Darmon;FR7630006000011234567890189;;300;Prime vélo
`,
    found: ['person-name: beneficiaire', 'bank-account: iban'],
  },
  {
    title: 'parking permits with plates',
    csv: `
zone;titulaire;immatriculation;debut;fin
A;LECOMTE Julie;AB-123-CD;2024-01-01;2024-12-31
A;PASQUIER Tom;EF-456-GH;2024-01-01;2024-12-31
B;NGUYEN Linh;JK-789-LM;2024-02-01;2025-01-31
B;ROUX Gilles;NP-012-QR;2024-03-01;2025-02-28
C;FERREIRA Ana;ST-345-VW;2024-03-15;2025-03-14
`,
    found: ['person-name: titulaire', 'number-plate: immatriculation'],
  },
  {
    title: 'reports of residents about the street',
    csv: `
id;date;commentaire;signale_par;adresse_ip;statut
1;2024-05-02;Nid de poule rue Haute, M. Carrel est tombé;CARREL Jean;192.0.2.14;traité
2;2024-05-03;Lampadaire éteint;WEBER Sonia;192.0.2.77;traité
3;2024-05-03;Rappeler au 06 39 98 44 02 après 18 h;DION Malik;198.51.100.4;en cours
4;2024-05-06;Dépôt sauvage;MONNET Lise;198.51.100.91;traité
5;2024-05-07;Tag sur le mur de l’école;BLIN Ugo;203.0.113.8;en cours
`,
    found: [
      'name-in-free-text: commentaire',
      'personal-phone: commentaire',
      'person-name: signale_par',
      'ip-address: adresse_ip',
    ],
  },
  {
    title: 'grants paid to associations and to some persons',
    csv: `
beneficiaire;objet;montant;date
Comité des fêtes;Fête du 14 juillet;2400;2024-05-21
Mme Carole Vidal;Ravalement de façade;1200;2024-05-21
Étoile de Valdor;Fonctionnement;3500;2024-05-21
M. Teddy Morin;Ravalement de façade;900;2024-06-18
Judo Club Valdor;Fonctionnement;1500;2024-06-18
Les Pédales du Val;Course annuelle;400;2024-06-18
Tennis Club;Fonctionnement;1100;2024-09-16
Théâtre Louise Michaud;Création;9000;2024-09-16
`,
    found: ['name-in-free-text: beneficiaire'],
  },
  {
    title: 'childminders who are approved',
    csv: `
Nom;Prénom;Adresse;Commune;Portable;Places
ANDRIEU;Sylvie;14 rue des Tilleuls;Valdor;06 39 98 61 01;3
BENALI;Nadia;2 impasse du Puits;Valdor;06 39 98 61 02;4
COSTE;Martine;30 avenue de la Gare;Valdor;06 39 98 61 03;2
DUMAS;Élodie;9 rue Haute;Valdor;06 39 98 61 04;3
ESPOSITO;Carla;5 rue Basse;Valdor;06 39 98 61 05;4
`,
    found: ['person-name: Nom', 'person-name: Prénom', 'home-address: Adresse', 'personal-phone: Portable'],
  },
  {
    title: 'borrowers of the library, one row for each',
    csv: `
numero_carte;date_naissance;sexe;quartier;date_inscription;emprunts
L0001;1987-04-12;F;Centre;2021-09-04;42
L0002;2009-11-30;M;Gare;2022-01-15;17
L0003;1954-07-08;F;Coteaux;2019-03-22;103
L0004;1999-02-19;M;Centre;2023-10-07;5
L0005;2012-08-26;F;Nord;2023-09-02;66
`,
    found: ['birth-date: date_naissance', 'low-k-anonymity: date_naissance'],
  },
  {
    title: 'recipients of aid in a table by commune',
    csv: `
commune;beneficiaires_rsa;beneficiaires_apa;allocataires_aah
Valdor;412;188;97
Saint-Martin;31;22;9
Le Puy-Vert;4;12;2
Hautes-Terres;18;3;6
Les Ondes;57;41;11
`,
    found: ['small-count: beneficiaires_rsa', 'small-count: beneficiaires_apa', 'small-count: allocataires_aah'],
  },
  {
    title: 'staff who were absent, with the reason',
    csv: `
agent;service;debut;fin;motif_absence
AUBIN Céline;Voirie;2024-02-05;2024-02-09;Maladie ordinaire
BOREL Jules;Finances;2024-02-12;2024-02-23;Congé maternité
CHEVAL Mina;Enfance;2024-03-04;2024-03-08;Accident du travail
DENIS Omar;Culture;2024-03-11;2024-03-12;Grève
ESTEVE Lucie;Police municipale;2024-03-18;2024-04-19;Longue maladie
`,
    found: ['person-name: agent', 'sensitive-term: motif_absence'],
  },
  {
    title: 'social security numbers in a file of payments',
    csv: `
matricule;numero_secu;net_a_payer
1042;2 85 05 78 006 084 41;1812.40
1043;1 79 11 99 123 456 09;2044.10
1051;2 91 02 33 063 110 51;1760.00
`,
    found: ['social-security-number: numero_secu'],
  },
  {
    title: 'orders of the mayor that name those who asked',
    csv: `
numero;date;objet;demandeur;telephone_demandeur
2024-111;2024-05-02;Déménagement 9 rue Haute;Mme Alice Blot;06 39 98 81 01
2024-112;2024-05-03;Échafaudage 3 rue Basse;M. Guy Lefort;06 39 98 81 02
2024-113;2024-05-06;Benne 12 rue des Acacias;Mme Nora Sahel;07 00 55 81 03
2024-114;2024-05-07;Déménagement 21 rue du Stade;M. Yann Thibaud;06 39 98 81 04
2024-115;2024-05-10;Livraison 5 chemin Vert;Mme Claire Giraud;06 39 98 81 05
`,
    found: ['person-name: demandeur', 'personal-phone: telephone_demandeur'],
  },
  {
    title: 'acts of civil status, one row for each',
    csv: `
numero_acte;type;nom;prenoms;date_naissance;nom_pere;nom_mere
12;Naissance;AUBERTIN;Louise Marie;2024-01-12;AUBERTIN Paul;CARON Julie
13;Naissance;BESSON;Noé;2024-01-14;BESSON Karim;LAVAL Anna
14;Naissance;CARDOT;Jade Inès;2024-01-15;CARDOT Hugo;MILLET Zoé
15;Naissance;DUPIN;Gabriel;2024-01-19;DUPIN Yves;NORET Lina
16;Naissance;EVRARD;Alba;2024-01-23;EVRARD Tom;OLIVET Clara
`,
    found: [
      'person-name: nom',
      'person-name: prenoms',
      'birth-date: date_naissance',
      'person-name: nom_pere',
      'person-name: nom_mere',
    ],
  },
  {
    title: 'pupils of the music school with their parents’ mail',
    csv: `
eleve;instrument;cycle;mail_parent;quotient_familial
MARTINEL Rose;Violon;1;famille.martinel@gmail.com;812
NAVARRE Léo;Piano;2;navarre.sophie@orange.fr;1240
OLIVIER Sacha;Batterie;1;olivier.k@laposte.net;655
PERROT Inaya;Flûte;1;perrot.nadia@yahoo.fr;430
QUINTIN Malo;Violon;3;yquintin@free.fr;1810
`,
    found: ['person-name: eleve', 'personal-email: mail_parent'],
  },
  {
    title: 'energy used by homes, street by street',
    csv: `
rue;nb_points_livraison_residentiel;conso_mwh
Rue Haute;42;181.2
Rue Basse;17;77.9
Impasse du Puits;4;15.3
Chemin Vert;9;41.0
Avenue de la Gare;63;260.4
`,
    found: ['small-count: nb_points_livraison_residentiel'],
  },
  {
    title: 'plots that were sold, to whom',
    csv: `
parcelle;acquereur;prix;date_acte
AB 112;M. et Mme GARCIN;48000;2024-02-12
AB 114;Mme Élodie VASSEUR;51500;2024-03-04
AC 7;M. Ilyes FAURE;39900;2024-03-19
AC 9;Mme Rose DARMON;42000;2024-04-22
ZB 17;M. Loïc GUÉGUEN;61000;2024-05-15
`,
    found: ['person-name: acquereur'],
  },
  {
    title: 'members of the citizens’ jury, drawn by lot',
    csv: `
Prénom;Nom;Âge;Profession;Quartier
Céline;AUBRY;34;Infirmière;Centre
Jules;BAROT;61;Retraité;Gare
Mina;CHAUVET;27;Étudiante;Nord
Omar;DELPECH;45;Menuisier;Sud
Lucie;ESTRADE;52;Comptable;Coteaux
`,
    found: ['person-name: Prénom', 'person-name: Nom', 'low-k-anonymity: Âge'],
  },
  {
    title: 'complaints about noise',
    csv: `
date;plaignant;adresse_plaignant;objet;suite
2024-02-03;Mme Alice Blot;9 rue Haute, 99100 Valdor;Chien de M. Lefort qui aboie;Médiation
2024-02-11;M. Denis Roques;30 avenue de la Gare, 99100 Valdor;Musique tard le soir;Rappel
2024-03-02;Mme Fanny Gillet;4 rue des Lilas, 99100 Valdor;Travaux le dimanche;Verbalisation
2024-03-19;M. Hugo Lambertin;2 impasse du Puits, 99100 Valdor;Pompe à chaleur;Mesure
2024-04-07;Mme Leïla Amrane;17 rue du Moulin, 99100 Valdor;Terrasse;Rappel
`,
    found: ['person-name: plaignant', 'home-address: adresse_plaignant', 'name-in-free-text: objet'],
  },
  {
    title: 'helpers for the elderly and whom they visit',
    csv: `
beneficiaire;date_naissance;adresse;telephone;intervenante;plan_aide
PERRIN Josiane;1938-04-12;4 rue des Lilas;06 39 98 91 01;Nadia BENALI;GIR 4
COLAS André;1941-11-30;17 rue du Moulin;06 39 98 91 02;Martine COSTE;GIR 3
SAHEL Nora;1935-07-08;2 impasse du Puits;06 39 98 91 03;Sylvie ANDRIEU;GIR 2
LEFORT Guy;1944-02-19;30 avenue de la Gare;06 39 98 91 04;Nadia BENALI;GIR 4
BLOT Alice;1939-08-26;9 rue Haute;06 39 98 91 05;Carla ESPOSITO;GIR 3
`,
    found: [
      'person-name: beneficiaire',
      'birth-date: date_naissance',
      'home-address: adresse',
      'personal-phone: telephone',
      'person-name: intervenante',
    ],
  },
  {
    title: 'applications to a post',
    csv: `
candidature;nom;prénom;mél;téléphone;diplôme
1;AUBRY;Céline;celine.aubry@gmail.com;06 39 98 92 01;Master
2;BAROT;Jules;jules.barot@orange.fr;06 39 98 92 02;BTS
3;CHAUVET;Mina;mchauvet@free.fr;07 00 55 92 03;Licence
4;DELPECH;Omar;omar.delpech@laposte.net;06 39 98 92 04;CAP
5;ESTRADE;Lucie;l.estrade@outlook.fr;06 39 98 92 05;Bac
`,
    found: ['person-name: nom', 'person-name: prénom', 'personal-email: mél', 'personal-phone: téléphone'],
  },
  {
    title: 'those who run the associations, and who advise there',
    csv: `
nom;prenom;fonction
VERNET;Chloé;Présidente
GASQUET;Sami;Vice-président
LORMEAU;Tom;Trésorier
BERTIN;Alma;Secrétaire
HUGON;Nils;Adjoint administratif
`,
    found: ['person-name: nom', 'person-name: prenom'],
  },
  {
    title: 'advisers of a one-stop shop',
    csv: `
nom;prenom;fonction
VERNET;Chloé;Conseillère
GASQUET;Sami;Conseiller
LORMEAU;Tom;Conseiller numérique
`,
    found: ['person-name: nom', 'person-name: prenom'],
  },
  {
    title: 'homes that were broken into, to the metre',
    csv: `
date;type;age_victime;sexe_victime;latitude;longitude
2024-01-12;Cambriolage;71;F;48.85321;2.34912
2024-01-19;Cambriolage;44;M;48.85477;2.35108
2024-02-03;Vol;36;F;48.85102;2.34577
2024-02-20;Cambriolage;58;M;48.85690;2.34801
2024-03-11;Vol;29;F;48.85255;2.35340
`,
    found: ['low-k-anonymity: age_victime', 'home-address: latitude', 'home-address: longitude'],
  },
  {
    title: 'graves as the software of the cemetery lists them, with maiden names and a town among the holders',
    csv: `
Emplacement;Titre;Echeance;Concessionnaire - Civ Nom Prénom (sit mat);Cases
0;OSSUAIRE;Perpétuelle;MAIRIE DE VALDOR;0 / 1
A 1;7646/1958;19/12/2058;M. TREVILLE Albert;2 / 4
A 2;13796;Perpétuelle;Mme ORLAC Rosalie (née VAUCLIN);3 / 5
A 3;552/1905;Perpétuelle;Mme DAUMONT (Veuve KERDAL);4 / 4
A 4;449/1901;19/03/2056;Mme LAMBERTIN Odette (Épouse ROQUES);8 / 8
A 5;544/1904;26/03/2026;Mme GILLET Renée (Divorcée BELKACEM);2 / 3
`,
    found: ['person-name: Concessionnaire - Civ Nom Prénom (sit mat)'],
  },
]
