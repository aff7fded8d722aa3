/**
 * Common given names of several languages. Only those that are not also words, places, products or months in texts about
 * computers: no Will, Mark, Grant, Jordan, Austin, Ruby, Jenkins or April.
 */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `Aaron Abdul Abigail Adam Adrian Ahmed Aisha Alan Albert Alejandro Aleksandra Alessandro Alexander Alexandra Alexei Alfred
   Ali Alice Alicia Alina Allison Amanda Amelia Amina Amir Amy Ana Andrea Andreas Andrei Andrew Andrey Andrzej Angela
   Anita Anja Anke Ann Anna Anne Annika Anthony Antoine Antonio Arjun Arthur Arun Astrid Barbara Beatrice Ben Benjamin Bernard
   Bernd Bettina Birgit Bob Bogdan Boris Brandon Brenda Brian Bridget Bruno Camille Carl Carla Carlos Carmen Carol Caroline
   Catherine Cathy Chiara Christian Christina Christine Christoph Christopher Claire Clara Claudia Colin Craig Cristina
   Cynthia Damian Dan Daniel Daniela Danielle Dave David Deborah Deepak Denise Dennis Derek Diana Diego Dieter Dimitri Dirk
   Dmitri Dmitry Dominic Dominik Donna Doris Dorothy Douglas Edith Eduardo Edward Ekaterina Elena Eleanor Elisabeth Elizabeth
   Ella Ellen Emilia Emily Emma Eric Erik Erika Esther Eugene Eva Evelyn Fabian Fatima Federico Felipe Fernando Fiona
   Florian Francesca Francesco Francisco Franz Frank Frederic Friedrich Gabriel Gabriela Gareth Gary Georg George Gerald Gerhard
   Giovanni Giulia Gisela Gonzalo Greg Gregory Guillaume Gunther Gustavo Hannah Hans Harald Harold Harry Hassan Heather Heidi Heike
   Heinrich Helen Helena Helga Henrik Henry Herbert Hiroshi Holger Howard Hugo Ian Ibrahim Igor Ines Ingrid Irene Irina
   Isabel Isabella Ivan Jacob Jacqueline Jakob James Jan Jane Janet Janine Javier Jean Jeff Jeffrey Jennifer Jens Jeremy Jerome
   Jessica Jim Joachim Joan Joanna Jochen Joe Johan Johanna Johannes John Jonas Jonathan Jorge Jose Josef Joseph Joshua Juan
   Judith Julia Julian Julie Juliette Jürgen Justin Kai Karen Karin Karl Karsten Katarina Kate Katharina Katherine Kathleen
   Kathrin Katja Keith Kelly Kenji Kenneth Kerstin Kevin Kirsten Klaus Konstantin Kristin Kumar Kurt Lars Laura Lauren Laurent
   Lea Leah Lena Leo Leon Leonard Lina Linda Lisa Lorenzo Louis Louise Luca Lucas Lucia Lucy Luis Luise Lukas Lukasz Lutz Magdalena Maja
   Malcolm Manfred Manuel Manuela Marc Marcel Marcin Marco Marcus Margaret Maria Marie Marina Mario Marion Markus Marta Martha
   Martin Martina Mary Mateusz Mathias Matteo Matthew Matthias Maurice Max Megan Mehmet Melanie Melissa Michael Michaela Michal
   Michel Michelle Miguel Mike Mikhail Miriam Mohamed Mohammad Mohammed Monica Monika Morgan Moritz Muhammad Nadia Nadine Nancy
   Natalia Natalie Nathan Neha Nicholas Nick Nicolas Nicole Nikita Nikolai Nils Nina Nora Norbert Norman Olaf Oleg Olga Oliver Olivia
   Omar Oscar Otto Pablo Pamela Patricia Patrick Paul Paula Paulo Pavel Pedro Peggy Peter Petra Philip Philipp Phillip Pierre Piotr Priya
   Rachel Rafael Rahul Raj Rajesh Ralf Ralph Ramon Raphael Raymond Rebecca Reiner Renate Ricardo Richard Rita Robert Roberto
   Robin Rodrigo Roger Roland Rolf Roman Ronald Rosa Rosemary Roy Rudolf Rupert Russell Ryan Sabine Sabrina Samantha Samuel Sandra
   Sanjay Santiago Sara Sarah Satoshi Scott Sean Sebastian Sergei Sergey Sergio Shannon Sharon Shirley Silke Silvia Simon
   Simone Sofia Sonja Sophia Sophie Stefan Stefanie Steffen Stephan Stephanie Stephen Steve Steven Stuart Sue Sunil Suresh
   Susan Susanne Suzanne Svetlana Sven Sylvia Takashi Tamara Tanja Tara Tatiana Ted Teresa Theodor Theresa Thomas Thorsten Tim
   Timothy Tina Tobias Tom Tomasz Tony Torsten Tracy Udo Ulrich Ulrike Ursula Uwe Valentina Valerie Vanessa Vera Veronica Victor Vijay
   Vincent Vladimir Volker Walter Wanda Wei Wendy Werner William Wolfgang Xavier Yan Yasmin Yuki Yusuf Yves Zoe`.split(
    /\s+/,
  ),
);
