# Runs PROGRAM and compares its output with the file APPROVED.
execute_process(COMMAND ${PROGRAM} OUTPUT_VARIABLE output RESULT_VARIABLE result)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "${PROGRAM} ended with ${result}")
endif()
file(READ ${APPROVED} approved)
if(NOT output STREQUAL approved)
  message(FATAL_ERROR "${PROGRAM} printed\n${output}\nand not what ${APPROVED} says")
endif()
