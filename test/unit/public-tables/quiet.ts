import type { PublicTable } from './public-table'

/** Tables that hold nothing private, though much in them looks like it. All that they tell is made up. */
export const quiet: readonly PublicTable[] = [
  {
    title: 'deliberations with the official who reports',
    csv: `
DELIB_ID;DELIB_DATE;DELIB_OBJET;RAPPORTEUR;VOTE_POUR;VOTE_CONTRE;VOTE_ABSTENTION
2024-01;2024-02-12;Convention avec l’association Les Amis de Jeanne Valdor;Mme Odile Brassac, adjointe à la culture;21;2;0
2024-02;2024-02-12;Dénomination de la rue Simone Aubrac;M. Hervé Toulon, conseiller délégué;23;0;0
2024-03;2024-04-08;Travaux de l’école Marcel Rivoire, née de la fusion de deux écoles;Mme Odile Brassac, adjointe à la culture;19;3;1
2024-04;2024-04-08;Garantie d’emprunt à la SA HLM Foyer du Val;M. le Maire;22;0;1
2024-05;2024-06-03;Prix littéraire Mme de Sévigny;Mme la première adjointe;23;0;0
`,
  },
  {
    title: 'grants to associations, some named after persons',
    csv: `
nomBeneficiaire;idBeneficiaire;objet;montant;dateConvention
Association Jean Moulinet;30000000700009;Fonctionnement;1500;2024-03-12
Club Pierre Dubreuil Boxe;30000001500002;Gala annuel;800;2024-03-12
Fondation Marie Castel;30000002300006;Restauration du retable;12000;2024-04-02
Les Amis de Paul Verlan;30000003100009;Exposition;650;2024-04-02
Comité des fêtes de Saint-Martin;30000004900001;Fête du 14 juillet;2400;2024-05-21
Théâtre Louise Michaud;30000005600006;Création;9000;2024-05-21
`,
  },
  {
    title: 'elected officials as the national register has them',
    csv: `
Nom de l’élu;Prénom de l’élu;Code sexe;Date de naissance;Libellé de la profession;Libellé de la fonction;Date de début du mandat
BRASSAC;Odile;F;1961-03-14;Professeure;Maire;2020-07-04
TOULON;Hervé;M;1975-11-02;Artisan;1er adjoint au Maire;2020-07-04
MERCADIER;Aline;F;1983-06-27;Cadre territoriale;2ème adjoint au Maire;2020-07-04
VALADE;Karim;M;1990-01-19;Ingénieur;Conseiller municipal;2020-07-04
PRUNIER;Josette;F;1949-09-08;Retraitée;Conseiller municipal;2020-07-04
`,
  },
  {
    title: 'jobs of a town, one row for each job and grade',
    csv: `
Direction;Service;Fonction;Catégorie;Filière;Effectif
Direction générale;Secrétariat;Directrice générale des services;A;Administrative;1
Direction générale;Communication;Chargé de communication;B;Administrative;2
Services techniques;Voirie;Agent de voirie;C;Technique;14
Services techniques;Espaces verts;Jardinier;C;Technique;11
Enfance;Crèche;Auxiliaire de puériculture;B;Médico-sociale;18
Enfance;École;ATSEM;C;Médico-sociale;23
`,
  },
  {
    title: 'meals served, by school and day',
    csv: `
date;ecole;repas_prevus;repas_servis;repas_sans_porc
2024-09-02;École Jules Ferrand;112;108;9
2024-09-02;École Marie Curiel;87;85;4
2024-09-03;École Jules Ferrand;115;110;8
2024-09-03;École Marie Curiel;90;84;4
2024-09-05;École Jules Ferrand;109;104;9
2024-09-05;École Marie Curiel;85;83;5
`,
  },
  {
    title: 'first names given to children, the rare ones left out',
    csv: `
commune;sexe;prenom;nombre;annee
Valdor;F;Louise;24;2023
Valdor;F;Jade;21;2023
Valdor;M;Gabriel;27;2023
Valdor;M;Adam;18;2023
Valdor;F;Alba;11;2023
Valdor;M;Noé;12;2023
`,
  },
  {
    title: 'acts of civil status by year',
    csv: `
Année;Naissances;Mariages;PACS;Décès;Reconnaissances
2019;412;96;71;301;155
2020;388;41;52;344;149
2021;402;88;80;329;161
2022;396;102;84;318;158
2023;371;99;79;306;152
`,
  },
  {
    title: 'public markets with those who hold them',
    csv: `
id;objet;titulaire;siret_titulaire;montant;dateNotification
2024M01;Réfection de la toiture du gymnase Colette Besnard;Toitures Martinet SARL;30000006400000;84500;2024-02-05
2024M02;Fourniture de denrées bio;SAS Jean Duclos et Fils;30000007200003;42000;2024-02-19
2024M03;Maîtrise d’œuvre du pôle enfance;Atelier Lemoine Architectes;30000008000006;61200;2024-03-04
2024M04;Entretien des chaudières;Dupré Énergie;30000009800008;18900;2024-04-15
2024M05;Location de scènes;Sono Pascal;30000010600009;7200;2024-05-06
`,
  },
  {
    title: 'streets and works of art named after persons',
    csv: `
nom_voie;type;date_denomination;oeuvre;artiste;annee
Rue Jean Valdorin;rue;1921-04-03;Buste de Jean Valdorin;Auguste Meunier;1922
Avenue Simone Aubrac;avenue;2001-11-12;La Liseuse;Claire Daumont;2003
Place du Docteur Lacaze;place;1954-05-08;Monsieur Hulin en promenade;Yves Kerdal;1998
Square Madame Roussel;square;1988-09-17;Les Trois Sœurs;Nadia Belkacem;1990
Impasse Mademoiselle Perle;impasse;1910-01-30;Fontaine;Émile Sabatier;1911
`,
  },
  {
    title: 'municipal places with the telephone and mailbox of the service',
    csv: `
nom;adresse;telephone;courriel;site
Mairie;1 place de la République;01 99 00 12 12;mairie@valdor.example;https://valdor.example
Médiathèque Colette Besnard;4 rue Jean Valdorin;01 99 00 12 30;mediatheque@valdor.example;https://mediatheque.valdor.example
Piscine des Ondes;12 avenue Simone Aubrac;01 99 00 12 41;piscine@valdor.example;
Crèche Les Lutins;3 square Madame Roussel;01 99 00 12 55;creche.leslutins@valdor.example;
Service urbanisme;1 place de la République;01 99 00 12 60;urbanisme@valdor.example;
`,
  },
  {
    title: 'votes by polling place',
    csv: `
bureau;lieu;president_bureau;inscrits;votants;blancs;nuls;candidat;voix
0001;Mairie;Odile Brassac;812;501;9;3;Aline Mercadier;201
0001;Mairie;Odile Brassac;812;501;9;3;Hervé Toulon;288
0002;École Jules Ferrand;Karim Valade;904;533;4;2;Aline Mercadier;260
0002;École Jules Ferrand;Karim Valade;904;533;4;2;Hervé Toulon;267
0003;Gymnase;Josette Prunier;733;420;6;1;Aline Mercadier;190
0003;Gymnase;Josette Prunier;733;420;6;1;Hervé Toulon;223
`,
  },
  {
    title: 'energy bills of buildings named after persons',
    csv: `
batiment;adresse;energie;periode;conso_kwh;cout_ttc;point_livraison
École Jules Ferrand;2 rue des Tilleuls;Gaz;2024-01;41250;3712.50;30001234567890
Gymnase Colette Besnard;8 rue des Sports;Électricité;2024-01;18230;3281.40;30001234567891
Salle Louis Armand;1 allée des Arts;Électricité;2024-01;5120;921.60;30001234567892
École Jules Ferrand;2 rue des Tilleuls;Gaz;2024-02;38110;3429.90;30001234567890
Gymnase Colette Besnard;8 rue des Sports;Électricité;2024-02;17440;3139.20;30001234567891
Salle Louis Armand;1 allée des Arts;Électricité;2024-02;4870;876.60;30001234567892
`,
  },
  {
    title: 'events of the season with those who play',
    csv: `
date;titre;genre;lieu;public;tarif;artiste
2024-10-04;Monsieur Paul part en voyage;Théâtre;Théâtre Louise Michaud;Dès 8 ans;12;Compagnie du Chêne
2024-10-11;Madame Bovette;Théâtre;Théâtre Louise Michaud;Tout public;14;Cie Roselin
2024-10-19;Récital Chopinel;Musique;Église Saint-Martin;Tout public;10;Anna Verdier
2024-11-08;M. Jourdan, bourgeois;Théâtre;Théâtre Louise Michaud;Dès 12 ans;14;Les Tréteaux
2024-11-23;Bal folk;Danse;Salle Louis Armand;Tout public;5;Duo Kermesse
`,
  },
  {
    title: 'small counts that are of things',
    csv: `
quartier;bancs;fontaines;arceaux;corbeilles
Centre;14;3;22;31
Gare;6;1;40;12
Nord;9;2;7;15
Sud;4;1;3;8
Coteaux;2;1;2;5
Prairies;11;2;9;19
`,
  },
  {
    title: 'trees with their age and the day they were planted',
    csv: `
id;espece;age;hauteur_m;date_plantation;quartier
A001;Platane;92;24;1932-11-25;Centre
A002;Tilleul;61;15;1963-11-25;Centre
A003;Cèdre;110;27;1914-11-25;Coteaux
A004;Érable;12;6;2012-11-25;Gare
A005;Frêne;33;14;1991-11-25;Nord
A006;Marronnier;75;19;1949-11-25;Sud
`,
  },
  {
    title: 'a social balance: staff by age band and sex',
    csv: `
annee;tranche_age;sexe;nombre_agents;part
2023;Moins de 30 ans;Femme;41;8.2
2023;Moins de 30 ans;Homme;38;7.6
2023;30 à 49 ans;Femme;131;26.2
2023;30 à 49 ans;Homme;104;20.8
2023;50 ans et plus;Femme;102;20.4
2023;50 ans et plus;Homme;84;16.8
`,
  },
  {
    title: 'permits of firms, by parcel',
    csv: `
numero_permis;type;demandeur_denomination;demandeur_siret;date_depot;date_decision;parcelle;surface_m2
PC09900124A0001;PC;SCI Les Tilleuls;30000011400003;2024-01-09;2024-03-28;AB 112;412
PC09900124A0002;PC;Commune de Valdor;21990001600011;2024-01-22;2024-04-02;AC 7;1250
DP09900124A0003;DP;Boulangerie Moreau SARL;30000012200006;2024-02-14;2024-03-13;AB 45;18
PC09900124A0004;PC;OPH du Val;30000013000009;2024-02-27;2024-06-11;ZB 201;3890
PA09900124A0005;PA;Valdor Aménagement SEM;30000014800001;2024-03-05;2024-07-30;ZB 17;22400
`,
  },
  {
    title: 'the council of a town, told by what its members do',
    csv: `
nom;prenom;fonction;delegation;groupe_politique;courriel
BRASSAC;Odile;Maire;;Valdor ensemble;maire@valdor.example
TOULON;Hervé;Adjoint au maire;Culture;Valdor ensemble;h.toulon@valdor.example
MERCADIER;Aline;Adjointe au maire;Finances;Valdor ensemble;a.mercadier@valdor.example
VALADE;Karim;Conseiller municipal délégué;Sports;Valdor ensemble;k.valade@valdor.example
PRUNIER;Josette;Conseillère municipale;;Agir pour Valdor;j.prunier@valdor.example
`,
  },
  {
    title: 'a council whose members are named with their title, or as councillors without more',
    csv: `
nom;prenom;fonction
BRASSAC;Odile;Mme la Maire
TOULON;Hervé;Premier adjoint
MERCADIER;Aline;Deuxième adjointe
VALADE;Karim;Conseiller
PRUNIER;Josette;Conseillère
LORMEAU;Tom;Conseiller
`,
  },
  {
    title: 'the council of a group of communes',
    csv: `
commune;nom;prenom;qualite
Valdor;BRASSAC;Odile;Présidente
Valbrume;TOULON;Hervé;Vice-président
Valbrume;VALADE;Karim;Délégué communautaire
Saint-Val;PRUNIER;Josette;Déléguée communautaire
`,
  },
  {
    title: 'those who fell, with the days of their births and deaths',
    csv: `
nom;prenom;date_naissance;date_deces;lieu_deces;monument
ABRIAL;Firmin;1892-03-14;1916-07-02;Bois des Caures;Valdor
BONNET;Élie;1896-10-30;1918-06-11;Ravin Noir;Valdor
CARTIER;Justin;1889-01-08;1914-08-22;Rossignol;Valdor
DELMAS;Auguste;1894-12-19;1915-09-25;Ferme des Wacques;Valdor
ESCOFFIER;Marius;1890-06-05;1917-04-16;Plateau du Nord;Valdor
`,
  },
  {
    title: 'codes that look like numbers of persons, plates and addresses',
    csv: `
code_article;gencod;version;reference;parcelle;poste
1850399123456;3254560012344;4.10.2.1;AB-101-ZX;000 AB 0123;06
1850399123457;3254560012351;4.10.3.0;AB-102-ZX;000 AB 0124;07
1850399123458;3254560012368;4.11.0.2;AB-103-ZX;000 AC 0125;06
1850399123459;3254560012375;4.11.1.0;AB-104-ZX;000 AC 0126;07
1850399123460;3254560012382;4.12.0.1;AB-105-ZX;000 AD 0127;06
`,
  },
  {
    title: 'services that are on call',
    csv: `
service;telephone_astreinte;mail
Eau potable;06 39 98 55 01;eau@valdor.example
Voirie;06 39 98 55 02;voirie@valdor.example
Bâtiments;06 39 98 55 03;batiments@valdor.example
Police municipale;06 39 98 55 04;pm@valdor.example
Animal errant;06 39 98 55 05;fourriere@valdor.example
`,
  },
  {
    title: 'events of the town and where one asks about them',
    csv: `
evenement;debut;fin;contact;adresse
Fête de la musique;2024-06-21;2024-06-21;culture@ville-valdor.example;1 place de la République
Tour du Val;2024-07-06;2024-07-07;tourduval@ville-valdor.example;12 avenue Simone Aubrac
Forum des associations;2024-09-07;2024-09-07;forumasso@ville-valdor.example;8 rue des Sports
Salon du livre;2024-10-12;2024-10-13;salondulivre@ville-valdor.example;4 rue Jean Valdorin
Marché de Noël;2024-12-14;2024-12-22;marchedenoel@ville-valdor.example;1 place de la République
`,
  },
  {
    title: 'members of clubs, by club',
    csv: `
association;licencies_femmes;licencies_hommes;moins_18_ans
Étoile de Valdor;41;271;188
Judo Club Valdor;52;93;97
Les Pédales du Val;4;54;2
Valdor Basket;99;104;131
Tennis Club;77;99;3
`,
  },
  {
    title: 'elections to the council of a school',
    csv: `
ecole;inscrits;votants;exprimes;liste;voix;sieges
École Jules Ferrand;180;61;58;Parents unis;41;3
École Jules Ferrand;180;61;58;Parents libres;17;1
École Marie Curiel;142;39;38;Parents unis;36;3
École Marie Curiel;142;39;38;Parents libres;2;0
École des Tilleuls;97;44;44;Parents unis;44;4
`,
  },
  {
    title: 'books that are lent, and their authors',
    csv: `
titre;auteur;editeur;annee;prets
Madame Orlac et le fleuve;Inès Carbonel;Éditions du Val;2019;41
Monsieur Tilde;Paul Vasseurin;Les Petits Quais;2021;87
Le jardin de M. Olm;Nora Blanchet;Éditions du Val;2016;23
Contes du plateau;Jean Maurel;Hautes Terres;2011;12
La rivière nue;Inès Carbonel;Éditions du Val;2022;64
`,
  },
  {
    title: 'a directory of associations with addresses and lines',
    csv: `
nom_association;siege_social;telephone;courriel;site_web
Amicale des boulistes;3 rue du Stade;01 99 00 14 01;amicale.boules@clubs.example;
Les Amis de Jeanne Valdor;17 rue Haute;01 99 00 14 02;contact@jeannevaldor.example;https://jeannevaldor.example
Chorale Gabriel Fauchet;1 place de la République;01 99 00 14 03;choralefauchet@clubs.example;
Secours du Val;9 impasse du Puits;01 99 00 14 04;secours@clubs.example;
Théâtre Louise Michaud;5 rue Basse;01 99 00 14 05;billetterie@michaud.example;https://michaud.example
`,
  },
  {
    title: 'works on roads, as they are told to those who live there',
    csv: `
id;voie;nature;debut;fin;commentaire
1;Rue Simone Aubrac;Enfouissement;2024-03-04;2024-04-12;Accès riverains maintenu
2;Place du Docteur Lacaze;Pavage;2024-03-18;2024-06-28;Marché déplacé square Madame Roussel
3;Allée Monsieur Vauclin;Eau;2024-04-02;2024-04-19;Coupure le 9 avril de 8 h à 12 h
4;Rue Haute;Gaz;2024-05-13;2024-05-24;Arrêté signé par M. le Maire le 2 mai
5;Avenue de la Gare;Enrobé;2024-07-08;2024-07-19;Phase née du plan de mobilité
`,
  },
  {
    title: 'posts of senior staff, without those who hold them',
    csv: `
Post Unique Reference,Organisation,Unit,Job Title,Salary Band
90115,Valdor,Finance,Deputy Director,60000
90250,Valdor,Finance,Head of Unit,50000
90334,Valdor,Planning,Deputy Director,60000
90117,Valdor,Planning,Engineer,40000
90118,Valdor,Schools,Head of Unit,50000
`,
  },
  {
    title: 'permits of building as the ministry lists them',
    csv: `
REG_CODE;COMM;NUM_DAU;ETAT_DAU;DATE_REELLE_AUTORISATION;DENOM_DEM;SIREN_DEM;ADR_NUM_TER;ADR_LIBVOIE_TER;CP_TER;NB_LGT_TOT_CREES
84;99100;PC09900124A0001;2;2024-03-28;SCI LES TILLEULS;;12;RUE DES TILLEULS;99100;4
84;99100;PC09900124A0002;2;2024-04-02;COMMUNE DE VALDOR;;1;PLACE DE LA REPUBLIQUE;99100;0
84;99100;PC09900124A0004;2;2024-06-11;OPH DU VAL;;30;AVENUE DE LA GARE;99100;42
84;99100;PC09900124A0006;5;2024-06-20;;;9;RUE HAUTE;99100;1
84;99100;PC09900124A0007;2;2024-07-01;;;5;CHEMIN VERT;99100;1
`,
  },
  {
    title: 'shops of the town with their managers firms and lines',
    csv: `
enseigne;activite;adresse;telephone;email;horaires
Boulangerie Moreau;Boulangerie;3 rue Haute;01 99 00 15 01;moreau@boulangerie.example;7h-19h
Coiffure Chez Sylvie;Coiffure;8 rue Basse;06 39 98 71 02;;9h-18h
Garage Martin;Garage;17 avenue de la Gare;01 99 00 15 03;garagemartin@autos.example;8h-18h
Pharmacie Lacaze;Pharmacie;2 place du Marché;01 99 00 15 04;pharmacie.lacaze@sante.example;9h-19h
Librairie Les Mots;Librairie;5 rue Haute;01 99 00 15 05;contact@lesmots.example;10h-19h
`,
    found: ['personal-phone: telephone'],
  },
  {
    title: 'classes and pupils by school, in small numbers of classes',
    csv: `
ecole;classes;eleves_maternelle;eleves_elementaire;capacite
École Jules Ferrand;7;64;118;200
École Marie Curiel;5;48;87;150
École des Tilleuls;4;39;71;120
École du Puits;3;27;55;90
École des Ondes;2;18;34;60
`,
  },
  {
    title: 'fatal and other accidents by street',
    csv: `
annee;voie;type;gravite;vehicules_impliques
2023;Rue Jean Valdorin;Collision;Légère;2
2023;Avenue Simone Aubrac;Piéton;Grave;1
2023;Boulevard du Docteur Lacaze;Collision;Mortelle;2
2022;Rue Haute;Deux-roues;Légère;1
2022;Avenue de la Gare;Collision;Légère;3
`,
  },
  {
    title: 'playgrounds by the ages that they are for',
    csv: `
nom;quartier;age_min;age_max;sexe;jeux
Square Madame Roussel;Centre;2;6;mixte;4
Parc Louis Armand;Gare;3;12;mixte;9
Aire des Tilleuls;Nord;1;6;mixte;3
Plaine des Ondes;Sud;6;14;mixte;7
Jardin Haut;Coteaux;2;8;mixte;5
`,
  },
  {
    title: 'training of staff by grade and sex',
    csv: `
categorie;sexe;agents_formes;jours_formation
A;Femmes;31;88
A;Hommes;22;61
B;Femmes;54;131
B;Hommes;37;90
C;Femmes;118;204
C;Hommes;143;251
`,
  },
  {
    title: 'the salaries of the ten best paid, by sex alone',
    csv: `
annee;collectivite;somme_remunerations_brutes;nombre_femmes;nombre_hommes
2021;Valdor;812400;4;6
2022;Valdor;828900;5;5
2023;Valdor;845100;5;5
`,
  },
  {
    title: 'polling places with who may go there',
    csv: `
code;lieu;adresse;rue_debut;rue_fin;electeurs
0001;Mairie;1 place de la République;Rue Jean Valdorin;Rue Haute;812
0002;École Jules Ferrand;2 rue des Tilleuls;Rue des Tilleuls;Impasse Mademoiselle Perle;904
0003;Gymnase Colette Besnard;8 rue des Sports;Avenue Simone Aubrac;Rue du Stade;733
0004;Salle Louis Armand;1 allée des Arts;Place du Docteur Lacaze;Rue Basse;688
0005;École Marie Curiel;5 chemin Vert;Chemin Vert;Square Madame Roussel;751
`,
  },
  {
    title: 'orders of the mayor about the traffic',
    csv: `
numero;date;objet;demandeur;signataire
2024-101;2024-04-02;Stationnement interdit rue Haute;Travaux Publics du Val;Odile Brassac
2024-102;2024-04-03;Circulation alternée avenue de la Gare;Gaz du Plateau;Odile Brassac
2024-103;2024-04-05;Vide-grenier place du Marché;Comité des fêtes;Hervé Toulon
2024-104;2024-04-09;Course cycliste;Les Pédales du Val;Hervé Toulon
2024-105;2024-04-11;Déménagement 9 rue Haute;Déménageurs Réunis;Odile Brassac
`,
  },
  {
    title: 'nominations to committees, by mandate',
    csv: `
commission;membre;qualite;suppleant
Finances;Odile BRASSAC;Maire;Hervé TOULON
Finances;Aline MERCADIER;Adjointe au maire;Karim VALADE
Urbanisme;Hervé TOULON;Adjoint au maire;Josette PRUNIER
Urbanisme;Karim VALADE;Conseiller municipal;Aline MERCADIER
Culture;Josette PRUNIER;Conseillère municipale;Odile BRASSAC
`,
  },
  {
    title: 'subsidies for bicycles, by quarter of the year',
    csv: `
trimestre;type_velo;nombre_aides;montant_total
2023-T1;Vélo électrique;64;16000
2023-T1;Vélo cargo;12;6000
2023-T2;Vélo électrique;112;28000
2023-T2;Vélo cargo;31;15500
2023-T3;Vélo électrique;87;21750
`,
  },
  {
    title: 'graves that may be taken back, without names',
    csv: `
concession;carre;type;date_acquisition;duree_ans;surface_m2
A-12;A;Caveau;1952-03-04;50;4
A-13;A;Pleine terre;1971-10-19;30;2
B-07;B;Caveau;1968-05-27;50;4
B-21;B;Cavurne;1994-01-11;30;1
C-02;C;Pleine terre;1987-08-30;30;2
`,
  },
  {
    title: 'contracts of water, by street and diameter',
    csv: `
voie;compteurs;diametre_mm;releve;index_moyen
Rue Jean Valdorin;42;15;2024-03-12;812
Rue Haute;17;15;2024-03-12;655
Square Madame Roussel;4;20;2024-03-13;1240
Allée Monsieur Vauclin;9;15;2024-03-13;431
Chemin Vert;3;40;2024-03-14;1810
`,
  },
  {
    title: 'exhibitions of photographers and painters',
    csv: `
exposition;artistes;lieu;vernissage;contact
Portraits de Mme Orlac;Nadia Belkacem;Galerie des Arts;2024-05-03;galerie@valdor.example
M. Tilde et les autres;Yves Kerdal;Médiathèque;2024-06-07;mediatheque@valdor.example
Lumières;Claire Daumont;Chapelle;2024-07-05;culture@valdor.example
Monsieur, Madame;Auguste Meunier;Mairie;2024-09-06;culture@valdor.example
Le plateau;Inès Carbonel;Galerie des Arts;2024-10-04;galerie@valdor.example
`,
  },
  {
    title: 'rooms of the town and who looks after them',
    csv: `
salle;capacite;gestionnaire;telephone;tarif_habitant
Salle Louis Armand;180;Service des sports;01 99 00 12 70;120
Salle Colette Besnard;90;Comité des fêtes;01 99 00 12 71;80
Foyer Marie Castel;60;CCAS;01 99 00 12 72;50
Halle du Marché;400;Service des marchés;01 99 00 12 73;300
Chapelle;70;Médiathèque;01 99 00 12 74;60
`,
  },
  {
    title: 'population by age, as the census has it',
    csv: `
commune;population;moins_15_ans;femmes_75_plus;menages_1_personne
Valdor;8412;1503;402;1388
Saint-Martin;911;166;41;122
Le Puy-Vert;318;52;19;48
Hautes-Terres;204;31;14;33
Les Ondes;1520;289;66;201
`,
  },
  {
    title: 'buildings by number of the cadastre and year',
    csv: `
id_batiment;adresse;annee_construction;etages;hauteur;proprietaire
AB12CD34EF56;12 rue des Tilleuls;1962;4;12.5;Commune de Valdor
GH78JK90LM12;3 rue Haute;1890;2;8.0;Département
NP34QR56ST78;8 rue des Sports;1987;1;9.5;Commune de Valdor
VW90XY12ZA34;1 allée des Arts;2001;2;7.5;Région
BC56DE78FG90;4 rue Jean Valdorin;1975;3;10.0;OPH du Val
`,
  },
  {
    title: 'daily counts of patients with their differences',
    csv: `
jour;hospitalises;delta_hospitalises;patients_rea;evolution_patients_rea
2024-03-01;2413;12;341;1
2024-03-02;2415;2;338;-3
2024-03-03;2411;-4;340;2
2024-03-04;2430;19;344;4
2024-03-05;2431;1;341;-3
2024-03-06;2428;-3;343;2
`,
  },
]
