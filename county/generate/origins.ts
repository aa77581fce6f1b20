/** Names of many origins: the county's families come from everywhere. No person is meant. */
export type Origin = {
  /** How many of a hundred families. */
  readonly share: number;
  readonly ethnicity: readonly string[];
  readonly girls: readonly string[];
  readonly boys: readonly string[];
  readonly families: readonly string[];
  readonly women: readonly string[];
  readonly men: readonly string[];
  /** How a child's full name is put together. */
  readonly named: 'given-family' | 'family-given' | 'patronymic' | 'single' | 'hyphenated';
};

const list = (words: string): string[] => words.split(' ').map((word) => word.replaceAll('_', ' '));

export const ORIGINS: readonly Origin[] = [
  {
    share: 52,
    ethnicity: ['WBRI', 'WBRI', 'WBRI', 'MWBC', 'WOTH'],
    girls: list(
      'Olivia Lexi Grace Poppy Ellie-Mae Chloe Freya Summer Amelia Ruby Daisy Evie Skye Harper Millie Isla Phoebe Mia Tegan Bethany',
    ),
    boys: list(
      'Jayden Alfie Harley Tyler Jack Kian Riley Logan Noah Archie Oscar Mason Finley Corey Reece Callum Dylan Leo Toby Josh',
    ),
    families: list(
      'Hartley Pickering Sowerby Dunmore Tranter Garside Hobday Leggett Mudd Thackray Quill Brandreth Cobbold Wainwright Eccles Fairclough Ludlow Pargeter Stubbs Yarwood Askew Birtles Cropper Dransfield',
    ),
    women: list('Kerry Stacey Donna Leanne Gemma Hayley Michelle Tracy Kelly Claire'),
    men: list('Darren Lee Craig Wayne Gary Shane Dean Mark Carl Stephen'),
    named: 'given-family',
  },
  {
    share: 8,
    ethnicity: ['MWBC', 'MWAS', 'WBRI'],
    girls: list('Aaliyah Tia-Mae Naomi Esme Layla Keira Indie'),
    boys: list('Kaiden Tyrese Marley Jude Ezra Zac Kobi'),
    families: list('Marsh-Okafor Reid-Halloran Booth-Singh Carver-Adeyinka Dale-Hussain Price-Campbell Lowe-Nkrumah'),
    women: list('Natasha Jade Simone Rochelle'),
    men: list('Marcus Leon Jermaine Aaron'),
    named: 'hyphenated',
  },
  {
    share: 8,
    ethnicity: ['APKN', 'APKN', 'ABAN', 'AIND'],
    girls: list('Aisha Zara Maryam Hafsa Inaaya Sumaiya Priya Anjali Khadija Noor'),
    boys: list('Mohammed Ibrahim Yusuf Haris Zakariya Arjun Rohan Bilal Adam Hamza'),
    families: list('Akhtar Begum-Miah Chaudhry Rahman Hussain Patel Bhatti Sandhu Uddin Qureshi Mahmood Kaur-Gill'),
    women: list('Shazia Nasreen Rukhsana Harpreet Meena Farzana'),
    men: list('Imran Tariq Javed Gurdeep Sanjay Kamal'),
    named: 'given-family',
  },
  {
    share: 6,
    ethnicity: ['OOTH', 'REFU', 'WOTH'],
    girls: list('Rania Yasmin Salma Dalal Hanan'),
    boys: list('Karim Omar Tariq Ziad Bashar'),
    families: list('al-Masri al-Khatib Haddad bin_Saleh al-Jaziri Mansour Shadid'),
    women: list('Amal Huda Nadia Rasha'),
    men: list('Khaled Samir Fadi Mazen'),
    named: 'given-family',
  },
  {
    share: 8,
    ethnicity: ['WOTH'],
    girls: list('Zuzanna Oliwia Maja Gabriela Lena Ioana Andreea'),
    boys: list('Jakub Szymon Filip Dawid Antoni Andrei Mihai'),
    families: list('Wójcik Kamiński Lewandowska Zieliński Szymańska Dąbrowski Popescu Ionescu Kowalczyk Wrońska'),
    women: list('Agata Ewa Monika Katarzyna Elena'),
    men: list('Paweł Tomasz Marcin Piotr Radu'),
    named: 'given-family',
  },
  {
    share: 4,
    ethnicity: ['WIRT', 'WROM'],
    girls: list('Chantelle Mary-Kate Shalom Bridget Scarlett'),
    boys: list('Jimmy-Joe Paddy Miley John-Boy Levi'),
    families: list('Connors Doran Ward McDonagh Cash Stokes Boswell Lee Price'),
    women: list('Margaret Winnie Kathleen Philomena'),
    men: list('Martin Johnny Felix Bernard'),
    named: 'given-family',
  },
  {
    share: 3,
    ethnicity: ['CHNE', 'AOTH'],
    girls: list('Thị_Mai Thu_Hà Ngọc_Anh Bảo_Châu'),
    boys: list('Văn_Hùng Minh_Quân Đức_Huy Gia_Bảo'),
    families: list('Nguyễn Trần Lê Phạm Huỳnh Võ'),
    women: list('Lan Hồng Thảo'),
    men: list('Dũng Sơn Tuấn'),
    named: 'family-given',
  },
  {
    share: 5,
    ethnicity: ['BAFR', 'BCRB', 'BOTH'],
    girls: list('Adaeze Chidinma Abena Efua Fatoumata Makeda'),
    boys: list('Emeka Kwame Kofi Tendai Sekou Olumide'),
    families: list('Okonkwo Mensah Boateng Diallo Chikwanha Adebayo Nkemelu Asante'),
    women: list('Ngozi Akosua Mariama Tsitsi'),
    men: list('Chinedu Yaw Mamadou Tapiwa'),
    named: 'given-family',
  },
  {
    share: 3,
    ethnicity: ['BAFR', 'REFU', 'OOTH'],
    girls: list('Hodan Ayaan Semira Bethlehem Luwam'),
    boys: list('Abdirahman Liban Yonas Dawit Robel'),
    families: list('Warsame Hassan Abdullahi Tesfaye Haile Gebremedhin'),
    women: list('Sahra Ifrah Selam Almaz'),
    men: list('Ahmed Farah Tekle Girma'),
    named: 'patronymic',
  },
  {
    share: 3,
    ethnicity: ['REFU', 'AOTH', 'OOTH'],
    girls: list('Parwana Zarghuna Lailo'),
    boys: list('Zabihullah Najib Esmatullah Karwan Rebin'),
    families: list('–'),
    women: list('Shukria Golnar'),
    men: list('Rahmatullah Sherzad'),
    named: 'single',
  },
];
